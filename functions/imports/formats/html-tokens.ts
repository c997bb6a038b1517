import { type Token, Tokenizer } from 'parse5';

export type Attributes = ReadonlyMap<string, string>;
export type HtmlReader = {
  start(name: string, attributes: Attributes): void;
  end(name: string): void;
  text(text: string): void;
};

/**
 * Reads HTML tag by tag, as browsers do. Lists of bookmarks are told by their tags alone: the tree that a page makes of
 * them is not built, which for tags without end would take the square of their number.
 */
export function readHtml(html: string, reader: HtmlReader): void {
  const text = ({ chars }: Token.CharacterToken) => reader.text(chars);
  const nothing = () => undefined;
  const tokenizer = new Tokenizer(
    {},
    {
      onStartTag: ({ tagName, attrs }) => reader.start(tagName, new Map(attrs.map(({ name, value }) => [name, value]))),
      onEndTag: ({ tagName }) => reader.end(tagName),
      onCharacter: text,
      onWhitespaceCharacter: text,
      onNullCharacter: nothing,
      onComment: nothing,
      onDoctype: nothing,
      onEof: nothing,
    },
  );
  tokenizer.write(html, true);
}
