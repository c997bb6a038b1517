/** How many tags one person may put on one item. */
export const tagsPerPersonAndItem = 10;
/** The item's most used tags that give it a place on tag pages. */
export const rankedTagsPerItem = 20;

/** A tag in normal form: NFC, lower case, runs of spaces as one hyphen, no leading `#`. */
export function normaliseTag(text: string): string {
  return text.normalize('NFC').toLowerCase().normalize('NFC').trim().replace(/^#+(?=.)/u, '').replace(/\s+/gu, '-');
}

/** Whether a normalised text may stand as a tag. */
export function isTag(text: string): boolean {
  return (
    text.isWellFormed() &&
    [...text].length <= 40 &&
    /^[\p{L}\p{N}\p{M}\p{Extended_Pictographic}\u200d\ufe0f.\-_+#&']+$/u.test(text) &&
    /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text) &&
    !/^\p{M}/u.test(text)
  );
}
