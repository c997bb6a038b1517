import { mutesOf } from '#functions/mutes/reader.ts';
import { noticeSettingsOf } from '#functions/notifications/reader.ts';
import { handlesOf } from '#functions/people/reader.ts';
import { followsOf } from '#functions/relations/table.ts';
import { readTarget, targetKinds } from '#shared/targets.ts';
import { ofAll, type Section } from './section.ts';

/** Whom and what a person follows, and what they do not want to see. People are named by handle, as they are called now. */
export const circleSections: Record<string, Section> = {
  follows: ofAll(async ({ caller }) => {
    const rows = await followsOf('follow', caller.personId);
    const named = await withNames(rows.map(({ target }) => target));
    return rows.flatMap(({ target: name, since }) => {
      const found = named.get(name);
      return found ? [{ name, value: { ...found, since } }] : [];
    });
  }),
  watches: ofAll(async ({ caller }) => {
    const rows = await followsOf('watch', caller.personId);
    const named = await withNames(rows.map(({ target }) => target));
    return rows.flatMap(({ target: name, since }) => {
      const found = named.get(name);
      return found ? [{ name, value: { ...found, since } }] : [];
    });
  }),
  /** What they want to be told of, where they said so. */
  notifications: ofAll(async ({ caller }) => {
    const value = await noticeSettingsOf(caller.personId);
    return value ? [{ name: '', value }] : [];
  }),
  mutes: ofAll(async ({ caller }) =>
    [...(await withNames([...(await mutesOf(caller.personId))]))].map(([name, value]) => ({ name, value })),
  ),
};

/** Targets as paths name them, by their text; without people who left. */
async function withNames(texts: readonly string[]) {
  const targets = texts.flatMap((text) => {
    const target = readTarget(text, targetKinds);
    return target ? [{ text, ...target }] : [];
  });
  const handles = await handlesOf(targets.filter(({ what }) => what === 'people').map(({ id }) => id));
  return new Map(
    targets.flatMap(({ text, what, id }) => {
      const target = what === 'people' ? handles.get(id) : id;
      return target === undefined ? [] : [[text, { what, target }] as const];
    }),
  );
}
