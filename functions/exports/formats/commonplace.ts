import { profileOf } from '#functions/people/reader.ts';
import { ordered } from '#functions/table/ordered.ts';
import type { ExportedSave } from '#shared/imports/commonplace.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import type { Kept } from '../kept.ts';
import type { Format, Part, Source } from '../part.ts';
import type { Section } from '../section.ts';
import { sections } from '../sections.ts';
import { ofSaves } from './saves-part.ts';

/** Where a member of the file begins and ends. */
const member = (name: string) => ({ open: `,\n"${name}":[\n`, between: ',\n', close: '\n]' });

/** Everything, with its own words: what this site, or another like it, imports again; the only file that leaves out nothing. */
export const commonplace: Format = {
  ending: '.json',
  contentType: 'application/json; charset=utf-8',
  start: async ({ caller, now }) => {
    const { handle, at } = (await profileOf(caller.personId)) ?? {};
    const head = { format: 'commonplace', version: 1, exportedAt: isoSeconds(now), profile: { handle, joined: at } };
    return JSON.stringify(head).slice(0, -1);
  },
  parts: [ofSaves(saveText, member('saves')), ...Object.entries(sections).map(([name, page]) => listed(name, page))],
  end: '}\n',
};

/** A save as an import of this format reads it, and what only this site knows of it. */
function saveText({ about, save, review }: Kept): string | undefined {
  if (!save) return undefined;
  const { at, editedAt, shelf, shelves, note, privateNote, tags, readings } = save;
  const written: ExportedSave & { itemId?: string; editedAt?: string } = {
    ...(save.address === undefined ? { itemId: about.id } : {}),
    title: about.title,
    item: { kind: about.kind, fields: ordered(about.fields) },
    at,
    ...(editedAt ? { editedAt } : {}),
    private: save.private,
    ...(note ? { note } : {}),
    ...(privateNote ? { privateNote } : {}),
    tags,
    ...(shelf ? { shelf } : {}),
    shelves,
    readings,
    ...(review ? { rating: review.rating, text: review.text, experiencedOn: review.experiencedOn } : {}),
  };
  return JSON.stringify(written);
}

function listed(name: string, page: Section): Part {
  return {
    ...member(name),
    page: async (source: Source, after) => {
      const { entries, last } = await page(source, after);
      return { entries: entries.map(({ after: key, value }) => ({ after: key, text: JSON.stringify(value) })), last };
    },
  };
}
