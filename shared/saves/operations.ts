import * as z from 'zod/mini';
import { id } from '../ids.ts';
import { kindName, tagCount } from '../items/schema.ts';
import { operation } from '../operation.ts';
import { cursor, pageOf } from '../paging.ts';
import { handle } from '../people/schema.ts';
import { tag } from '../tags/schema.ts';
import { day, line, prose, webAddress } from '../text.ts';
import { refusals } from './errors.ts';
import { newSave, ownShelf, progress, publicSave, save, saveCard, shelfCounts } from './schema.ts';

const itemPath = z.strictObject({ itemId: id });
const personPath = z.strictObject({ handle });

export const saveItem = operation({
  name: 'saveItem',
  method: 'PUT',
  path: '/api/items/{itemId}/save',
  auth: 'person',
  scope: 'save',
  freshness: 'none',
  summary:
    'Save an item: shelf, note, tags, dates, for everybody to see or for you alone. It replaces what you saved of it; repeating it changes nothing.',
  params: itemPath,
  body: newSave,
  output: z.object({ save }),
  errors: ['item_not_found', ...refusals, 'scope_missing'],
});

export const saveAddress = operation({
  name: 'saveAddress',
  method: 'POST',
  path: '/api/saves',
  auth: 'person',
  scope: 'save',
  freshness: 'none',
  summary:
    'Save an address in one step. A public save adds it as an item if it is none yet; a private one adds nothing that others could see. The same address again replaces what you saved of it.',
  body: z.extend(newSave, {
    url: webAddress,
    /** What it is called; asked for only where it is new. */
    title: z.optional(line(300)),
    description: z.optional(prose(4000)),
  }),
  output: z.object({ save, added: z.boolean() }),
  errors: [...refusals, 'scope_missing'],
});

export const unsaveItem = operation({
  name: 'unsaveItem',
  method: 'DELETE',
  path: '/api/items/{itemId}/save',
  auth: 'person',
  scope: 'save',
  freshness: 'none',
  summary:
    'Take back a save. Tags that were public stay on the item until you remove them. Repeating it changes nothing.',
  params: itemPath,
  output: z.object({ save: z.null() }),
  errors: ['account_deleted', 'scope_missing'],
});

const dayPath = z.strictObject({ itemId: id, day });

export const noteProgress = operation({
  name: 'noteProgress',
  method: 'PUT',
  path: '/api/items/{itemId}/save/progress/{day}',
  auth: 'person',
  scope: 'save',
  freshness: 'none',
  summary:
    'Note how far you were on a day, by page or per cent, with what you saved. It starts a reading where none goes on, and then what was wanted stands on the shelf of what goes on. One note a day: another replaces it; repeating it changes nothing.',
  params: dayPath,
  body: progress,
  output: z.object({ save }),
  errors: ['save_not_found', 'no_readings', 'progress_limit', 'day_to_come', 'account_deleted', 'scope_missing'],
});

export const removeProgress = operation({
  name: 'removeProgress',
  method: 'DELETE',
  path: '/api/items/{itemId}/save/progress/{day}',
  auth: 'person',
  scope: 'save',
  freshness: 'none',
  summary: 'Take back what you noted of a day. The reading stays. Repeating it changes nothing.',
  params: dayPath,
  output: z.object({ save: z.nullable(save) }),
  errors: ['account_deleted', 'scope_missing'],
});

export const lookUpSave = operation({
  name: 'lookUpSave',
  method: 'GET',
  path: '/api/me/saves/lookup',
  auth: 'person',
  scope: 'read',
  freshness: 'none',
  summary: 'What is known of an address before you save it: the item, your save, and tags that may fit.',
  query: z.strictObject({ url: webAddress, title: z.optional(z.string().check(z.maxLength(1000))) }),
  output: z.object({
    item: z.nullable(z.object({ id, kind: kindName, title: z.string() })),
    save: z.nullable(save),
    tags: z.object({
      /** The crowd's on this item, most used first. */
      popular: z.array(z.string()),
      /** Yours, those that fit best first. */
      mine: z.array(z.string()),
      /** Of people you follow, on this item. */
      network: z.array(z.string()),
    }),
  }),
  errors: ['account_deleted', 'scope_missing'],
});

export const getMySave = operation({
  name: 'getMySave',
  method: 'GET',
  path: '/api/items/{itemId}/save',
  auth: 'person',
  scope: 'read',
  freshness: 'none',
  summary: 'Your save of an item or of a private address of yours, as just written; null where there is none.',
  params: itemPath,
  output: z.object({ save: z.nullable(save) }),
  errors: ['account_deleted', 'scope_missing'],
});

const whichSaves = {
  kind: z.optional(kindName),
  /** A shelf of that kind. */
  shelf: z.optional(z.string().check(z.maxLength(30))),
  own: z.optional(ownShelf),
  tag: z.optional(tag),
  cursor: z.optional(cursor),
};

export const listMySaves = operation({
  name: 'listMySaves',
  method: 'GET',
  path: '/api/me/saves',
  auth: 'person',
  scope: 'read',
  freshness: 'none',
  summary: 'Your saves, private ones too, newest first: all, of a kind, on a shelf, or under a tag.',
  query: z.strictObject(whichSaves),
  output: pageOf(saveCard),
  errors: ['no_such_list', 'invalid_cursor', 'account_deleted', 'scope_missing'],
});

export const listSaves = operation({
  name: 'listSaves',
  method: 'GET',
  path: '/api/people/{handle}/saves',
  auth: 'public',
  freshness: 'page',
  summary: 'What a person saved in public, newest first: all, of a kind, on a shelf, or under a tag.',
  params: personPath,
  query: z.strictObject(whichSaves),
  output: pageOf(saveCard),
  errors: ['person_not_found', 'no_such_list', 'invalid_cursor'],
});

export const getSave = operation({
  name: 'getSave',
  method: 'GET',
  path: '/api/people/{handle}/saves/{itemId}',
  auth: 'public',
  freshness: 'page',
  summary: 'One public save as a whole.',
  params: z.strictObject({ handle, itemId: id }),
  output: z.object({ save: publicSave }),
  errors: ['person_not_found', 'save_not_found'],
});

export const getMyShelves = operation({
  name: 'getMyShelves',
  method: 'GET',
  path: '/api/me/shelves',
  auth: 'person',
  scope: 'read',
  freshness: 'none',
  summary: 'How many saves stand on each of your shelves, private ones too.',
  output: shelfCounts,
  errors: ['account_deleted', 'scope_missing'],
});

export const getShelves = operation({
  name: 'getShelves',
  method: 'GET',
  path: '/api/people/{handle}/shelves',
  auth: 'public',
  freshness: 'page',
  summary: 'How many public saves stand on each of a person’s shelves.',
  params: personPath,
  output: shelfCounts,
  errors: ['person_not_found'],
});

export const listMyTags = operation({
  name: 'listMyTags',
  method: 'GET',
  path: '/api/me/tags',
  auth: 'person',
  scope: 'read',
  freshness: 'none',
  summary: 'The tags of your saves with the number of saves under each, by letter, private ones too.',
  query: z.strictObject({ cursor: z.optional(cursor) }),
  output: pageOf(tagCount),
  errors: ['invalid_cursor', 'account_deleted', 'scope_missing'],
});

export const listPersonTags = operation({
  name: 'listPersonTags',
  method: 'GET',
  path: '/api/people/{handle}/tags',
  auth: 'public',
  freshness: 'page',
  summary: 'The tags of a person’s public saves with the number of saves under each, by letter.',
  params: personPath,
  query: z.strictObject({ cursor: z.optional(cursor) }),
  output: pageOf(tagCount),
  errors: ['person_not_found', 'invalid_cursor'],
});

export const listSavers = operation({
  name: 'listSavers',
  method: 'GET',
  path: '/api/items/{itemId}/savers',
  auth: 'public',
  freshness: 'page',
  summary: 'Who saved an item in public, newest first, with their notes and tags, and how many did in each month.',
  params: itemPath,
  query: z.strictObject({ cursor: z.optional(cursor) }),
  output: z.extend(pageOf(saveCard), {
    /** By month `YYYY-MM`; on the first page only. */
    months: z.optional(z.record(z.string(), z.number())),
  }),
  errors: ['item_not_found', 'invalid_cursor'],
});

/** Two or three tags as one text: a+b. Letters of a tag may be a plus themselves, so the parts are tried as they are. */
const tags = z.array(tag).check(z.minLength(1), z.maxLength(4));

export const listRecentSaves = operation({
  name: 'listRecentSaves',
  method: 'GET',
  path: '/api/saves/recent',
  auth: 'public',
  freshness: 'listing',
  summary: 'What everybody saved in public within the last thirty days, newest first.',
  query: z.strictObject({ cursor: z.optional(cursor) }),
  output: pageOf(saveCard),
  errors: ['invalid_cursor'],
});

export const listTaggedSaves = operation({
  name: 'listTaggedSaves',
  method: 'GET',
  path: '/api/saves/tagged',
  auth: 'public',
  freshness: 'listing',
  summary: 'Public saves that have all of up to four tags (`tags=a,b`), newest first. A page may be short and lead on.',
  query: z.strictObject({
    tags: z.pipe(
      z.string().check(z.maxLength(800)),
      z.pipe(
        z.transform((text: string) => [...new Set(text.split(',').filter((part) => part !== ''))]),
        tags,
      ),
    ),
    cursor: z.optional(cursor),
  }),
  output: pageOf(saveCard),
  errors: ['invalid_cursor'],
});

export const saveOperations = {
  saveItem,
  saveAddress,
  unsaveItem,
  noteProgress,
  removeProgress,
  lookUpSave,
  getMySave,
  listMySaves,
  listSaves,
  getSave,
  getMyShelves,
  getShelves,
  listMyTags,
  listPersonTags,
  listSavers,
  listRecentSaves,
  listTaggedSaves,
};
