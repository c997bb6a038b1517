/**
 * What pages read of an address's query where they are rendered; everything else in it makes no other page. CloudFront takes
 * ten names at most.
 * Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html
 */
export const pageQuery = [
  'order',
  'window',
  'stars',
  'kind',
  'view',
  'category',
  'party',
  'season',
  'year',
  'aspect',
] as const;

/** Pages that read whatever their address asks. */
export const askedPages = ['/search', '/map', '/compare'] as const;

/** JSON as it can stand inside a script element: no text in it opens or closes one. */
export function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/**
 * A text with what its author hides left out, for where there is nothing to open it: as on the page, what stands
 * between two `||` of one paragraph, or two `\|\|` as they are written within a table, with `instead` in its place. After a
 * fence that nothing closes, the rest of the paragraph goes too.
 */
export function withoutSpoilers(text: string, instead = '▒▒▒'): string {
  return text
    .split(/(\n\s*\n)/)
    .map((paragraph) => paragraph.replace(/\\?\|\\?\|[\s\S]*?(?:\\?\|\\?\||$)/g, () => instead))
    .join('');
}

/** A text without the bars and rules of its tables, what its author hides left out first: a row by its words. */
export function withoutBars(text: string): string {
  return withoutSpoilers(text)
    .replace(/^(?=.*\|)[-:| \t]+$\n?/gmu, '')
    .replace(/^\|.*/gmu, (row) =>
      row
        .split('|')
        .map((cell) => cell.trim())
        .filter((cell) => cell !== '')
        .join(' '),
    );
}
