import { defaultTreeAdapter, serialize } from 'parse5';

/** Text as HTML that shows it. */
export function escapedText(text: string): string {
  const fragment = defaultTreeAdapter.createDocumentFragment();
  defaultTreeAdapter.insertText(fragment, text);
  return serialize(fragment);
}
