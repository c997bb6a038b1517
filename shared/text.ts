import * as z from 'zod/mini';

/** A control character that is neither a tab nor the end of a line. */
export const control = /(?![\t\n\r])\p{Cc}/u;
const lineControls = /[\p{Cc}\p{Zl}\p{Zp}]/u;
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;
/** Letters and signs by their class, and still blank: Hangul fillers and their like, and the empty Braille cell. */
const blank = /[\p{Default_Ignorable_Code_Point}\u2800]/gu;

const wellFormed = z.refine<string>((text) => text.isWellFormed(), 'has an unpaired surrogate');

/** Whether there is anything to be seen of a text. */
export const isVisible = (text: string): boolean => visible.test(text.replace(blank, ''));

/** One line of text, trimmed and in NFC, of at most `max` UTF-16 units. */
export function line(max: number, min = 1) {
  return z
    .pipe(
      z.string(),
      z.transform((text: string) => text.normalize('NFC').trim()),
    )
    .check(
      wellFormed,
      z.refine((text) => text.length >= min, min === 1 ? 'is empty' : `has fewer than ${min} characters`),
      z.refine((text) => text.length <= max, `has more than ${max} characters`),
      z.refine((text) => !lineControls.test(text), 'has a control character or line break'),
      z.refine((text) => text === '' || isVisible(text), 'has nothing visible'),
    );
}

/** A line as it stands in a text, of at most `max` UTF-16 units; may be empty, and keeps the blanks at its ends. */
export const oneLine = (max: number) =>
  z.string().check(
    wellFormed,
    z.refine((text) => text.length <= max, `has more than ${max} characters`),
    z.refine((text) => !/[\n\r]/.test(text) && !control.test(text), 'has a control character or line break'),
  );

/** Text of several lines (Markdown), line ends as \n, of at most `max` UTF-16 units; may be empty. */
export function prose(max: number) {
  return z
    .pipe(
      z.string(),
      z.transform((text: string) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim()),
    )
    .check(
      wellFormed,
      z.refine((text) => text.length <= max, `has more than ${max} characters`),
      z.refine((text) => !control.test(text), 'has a control character'),
    );
}

/** Whether objects and lists are nested in a value more than so many levels deep: no further than that is looked. */
export function isNestedDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((one) => isNestedDeeper(one, levels - 1));
}

/** A calendar day `YYYY-MM-DD` that exists. */
export const day = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a day as YYYY-MM-DD'),
  z.refine((text) => {
    const time = Date.parse(`${text}T00:00:00Z`);
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
  }, 'is no day of the calendar'),
);

/**
 * An absolute http or https address of at most 2000 UTF-16 units, trimmed and else as it was written. With both
 * slashes: without them a browser takes it for a path of the page it stands on.
 */
export const webAddress = z
  .pipe(
    z.string().check(z.maxLength(2000)),
    z.transform((text: string) => text.trim()),
  )
  .check(
    z.refine((text) => {
      if (lineControls.test(text) || !text.isWellFormed()) return false;
      const url = /^https?:\/\//i.test(text) ? URL.parse(text) : null;
      return url !== null && !url.username && !url.password && /[^.]\.[^.]/.test(url.hostname);
    }, 'is not an http or https address'),
  );

/** SPDX identifiers that a contribution may carry. */
export const licences = ['CC-BY-SA-4.0', 'CC-BY-4.0', 'CC0-1.0'] as const;

/** The name of an attribute in words: `hotSecondsPerDecade` → `hot seconds per decade`. */
export const inWords = (name: string) => name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
