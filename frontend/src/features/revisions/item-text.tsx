import { useState } from 'react';
import { withLinks } from '#shared/revisions/link-markdown.ts';
import type { Links } from '#shared/revisions/schema.ts';
import { Button } from '../../ui/button.tsx';
import { byteSize } from '../../ui/byte-size.ts';
import { Markdown } from '../../ui/markdown.tsx';

/** Of a longer text the beginning is shown first: drawing a megabyte takes a phone many seconds. */
const shownFirst = 100_000;

/** The text of an item, with what its links lead to. */
export function ItemText({ text, links, top }: { text: string; links: Links; top: 2 | 3 }) {
  const [whole, setWhole] = useState(false);
  const shown = whole || text.length <= shownFirst ? text : beginning(text);
  return (
    <>
      <Markdown text={withLinks(shown, links)} top={top} />
      {shown.length < text.length && (
        <p>
          <Button look="plain" onClick={() => setWhole(true)}>
            Show the rest ({byteSize(text.length - shown.length)})
          </Button>
        </p>
      )}
    </>
  );
}

/** As much as is shown first, up to the end of a paragraph, or of a row of a long table. */
function beginning(text: string): string {
  const ends = ['\n\n', '\n'].map((end) => text.lastIndexOf(end, shownFirst));
  return text.slice(0, ends.find((end) => end > shownFirst / 2) ?? shownFirst).toWellFormed();
}
