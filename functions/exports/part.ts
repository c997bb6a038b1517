import type { Caller } from '#functions/http/handler.ts';

/** Whose file it is, and where this site is, if that is known. */
export type Source = { caller: Caller; site: string | undefined; now: Date };

/** What is written, and the name to continue after: entries of a part have names in an order that stays. */
export type Entry = { after: string; text: string };
/** Some entries of a part, and the name to continue after where more may follow. */
export type Page = { entries: Entry[]; last: string | undefined };

/** A part of a file: what stands before, between and after its entries, which come a page at a time. */
export type Part = {
  open: string;
  between: string;
  close: string;
  page(source: Source, after: string | undefined): Promise<Page>;
};

/** A file as it is written: `ending` follows the person's handle and the day in its name. */
export type Format = {
  ending: string;
  contentType: string;
  start(source: Source): Promise<string>;
  parts: readonly Part[];
  end: string;
};

/** A page of what is all at hand, in the order of names. */
export function pageOf<T>(
  all: readonly T[],
  after: string | undefined,
  limit: number,
  nameOf: (one: T) => string,
): { some: T[]; last: string | undefined } {
  const left = all
    .filter((one) => after === undefined || nameOf(one) > after)
    .sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
  const some = left.slice(0, limit);
  const end = some.at(-1);
  return { some, last: end !== undefined && left.length > limit ? nameOf(end) : undefined };
}
