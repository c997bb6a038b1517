import { pageOf, type Source } from './part.ts';

/** A member of our own file: a list of values, a page at a time. */
export type Section = (
  source: Source,
  after: string | undefined,
) => Promise<{ entries: { after: string; value: unknown }[]; last: string | undefined }>;

export const sectionPage = 100;

/** A section of what is all at hand, by names of their own, which are not told. */
export function ofAll<T>(load: (source: Source) => Promise<readonly { name: string; value: T }[]>): Section {
  return async (source, after) => {
    const { some, last } = pageOf(await load(source), after, sectionPage, ({ name }) => name);
    return { entries: some.map(({ name, value }) => ({ after: name, value })), last };
  };
}
