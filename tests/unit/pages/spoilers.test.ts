import { describe, expect, it } from 'vitest';
import { markSpoilers } from '#shared/pages/spoilers.ts';
import fc from '#tests/setup/properties.ts';

type Node = { type: string; value?: string; children?: Node[] };
const text = (value: string): Node => ({ type: 'text', value });
const strong = (value: string): Node => ({ type: 'strong', children: [text(value)] });

function marked(...children: Node[]): Node[] {
  const tree: Node = { type: 'root', children: [{ type: 'paragraph', children }] };
  markSpoilers()(tree);
  return tree.children?.[0]?.children ?? [];
}
/** A paragraph in short: spoilers in [brackets], other markup in its name. */
const short = (nodes: Node[]): string =>
  nodes
    .map(({ type, value, children = [] }) =>
      type === 'text' ? value : type === 'spoiler' ? `[${short(children)}]` : `<${type} ${short(children)}>`,
    )
    .join('');

describe('what stands between double bars', () => {
  it.each([
    ['||the butler||', '[the butler]'],
    ['It was ||the butler|| again', 'It was [the butler] again'],
    ['||one|| and ||two||', '[one] and [two]'],
    ['a || b', 'a || b'],
    ['one ||closed|| and ||open', 'one [closed] and ||open'],
    ['||||', '||||'],
    ['a | b |', 'a | b |'],
  ])('%s reads %s', (before, after) => {
    expect(short(marked(text(before)))).toBe(after);
  });

  it('takes the markup between the bars with it', () => {
    expect(short(marked(text('see ||the '), strong('butler'), text(' did|| it')))).toBe(
      'see [the <strong butler> did] it',
    );
  });

  it('marks inside of other markup, and only where both bars are in the same', () => {
    expect(short(marked(strong('||a||')))).toBe('<strong [a]>');
    expect(short(marked(text('||a '), strong('b||')))).toBe('||a <strong b||>');
  });

  it('leaves code as it is', () => {
    const code: Node = { type: 'inlineCode', value: 'a || b || c' };
    expect(marked(code)).toEqual([code]);
  });

  it('loses no word and no bar but the pairs it closes', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('||', '|', 'a', ' ')), (parts) => {
        const before = parts.join('');
        const words = (value: string) => value.replaceAll('|', '');
        const after = short(marked(text(before)));
        expect(words(after.replace(/[[\]]/g, ''))).toBe(words(before));
      }),
    );
  });
});
