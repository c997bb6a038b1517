import type { Handler } from '#functions/http/handler.ts';
import { labelsOf } from '#functions/items/reader.ts';
import { handlesOf, requireAccount } from '#functions/people/reader.ts';
import { readCursor, writeCursor } from '#functions/table/cursor.ts';
import type { Named } from '#shared/follows/schema.ts';
import { followables } from '#shared/follows/schema.ts';
import { readTarget } from '#shared/targets.ts';
import { mutesList, mutesOf } from './table.ts';

const pageSize = 100;

export const listMyMutes: Handler<'listMyMutes'> = async ({ query }, context) => {
  const { personId } = context.caller;
  const list = mutesList(personId);
  const after = readCursor(list, query.cursor) ?? '';
  const [, muted] = await Promise.all([requireAccount(context), mutesOf(personId)]);
  const rest = [...muted].sort().filter((text) => text > after);
  const shown = rest.slice(0, pageSize);
  const targets = shown.flatMap((text) => readTarget(text, followables) ?? []);
  const ids = (what: Named['what']) => targets.filter((target) => target.what === what).map(({ id }) => id);
  const [handles, labels] = await Promise.all([handlesOf(ids('people')), labelsOf(ids('items'))]);
  const named: Record<Named['what'], (id: string) => Omit<Named, 'what'> | undefined> = {
    // Whoever left has no name any more.
    people: (id) => {
      const handle = handles.get(id);
      return handle === undefined ? undefined : { target: handle, name: handle };
    },
    items: (id) => {
      const label = labels.get(id);
      return label && { target: id, name: label.title };
    },
    tags: (id) => ({ target: id, name: id }),
  };
  const last = rest.length > pageSize ? shown.at(-1) : undefined;
  return {
    entries: targets.flatMap(({ what, id }) => {
      const found = named[what](id);
      return found ? [{ what, ...found }] : [];
    }),
    next: last === undefined ? null : writeCursor(list, last),
  };
};
