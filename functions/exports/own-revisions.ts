import { revisedAfter, revisionOf, textAt } from '#functions/revisions/reader.ts';
import { atMost } from '#functions/runtime/concurrency.ts';
import type { Section } from './section.ts';

/** Texts may be a megabyte each. */
const pageSize = 20;

/** What a person changed on items, with the text as they left it where they changed that. */
export const revisionSections: Record<string, Section> = {
  revisions: async ({ caller }, after) => {
    const { made, last } = await revisedAfter(caller.personId, after, pageSize);
    const entries = await atMost(5, made, async ({ name, row }) => {
      const { itemId, title, n, textOf } = row;
      const text = textOf === n ? (await textAt(itemId, n)).text : undefined;
      const value = { itemId, title, ...revisionOf(row), ...(text === undefined ? {} : { text }) };
      return { after: name, value };
    });
    return { entries, last };
  },
};
