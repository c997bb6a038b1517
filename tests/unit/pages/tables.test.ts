import { createElement, type FC } from 'react';
import Markdown from 'react-markdown';
import { describe, expect, it } from 'vitest';
import { Router } from 'wouter';
import MarkdownView from '#frontend/ui/markdown-view.tsx';
import { htmlOf, markdown } from '#functions/feeds/content.ts';
import { withoutBars } from '#shared/pages/rules.ts';
import { cellsOf, readTables, Tables } from '#shared/pages/tables.ts';
import { isTangled } from '#shared/pages/tangled.ts';
import fc from '#tests/setup/properties.ts';

const At = Router as FC<{ ssrPath: string }>;
const pageOf = (text: string) => htmlOf(createElement(At, { ssrPath: '/' }, createElement(MarkdownView, { text })));
const page = (text: string) => pageOf(text).replace(/ class="[^"]*"/g, '');
const rowOf = (cell: string, columns: number) => `|${`${cell}|`.repeat(columns)}\n`;
const tableOf = (columns: number, rows: number, cell = 'a') =>
  rowOf(cell, columns) + rowOf('-', columns) + rowOf(cell, columns).repeat(rows);

describe('a table in a text', () => {
  it('stands with its columns named, in a frame of its own that the keyboard reaches', () => {
    expect(page('| Book | Pages |\n|:--|--:|\n| Emma | 474 |')).toBe(
      '<section aria-label="Table: Book, Pages" tabindex="0"><table>' +
        '<caption>Table: Book, Pages</caption>' +
        '<thead><tr><th scope="col">Book</th><th scope="col">Pages</th></tr></thead>' +
        '<tbody><tr><td>Emma</td><td>474</td></tr></tbody></table></section>',
    );
  });

  it('is aligned without a style, which the content policy would stop', () => {
    const html = pageOf('| a | b | c |\n|:-:|--:|---|\n| 1 | 2 | 3 |');
    expect(html).not.toContain('style=');
    expect([...html.matchAll(/<td(?: class="_?([a-z]+)[^"]*")?>/g)].map(([, name]) => name)).toEqual([
      'center',
      'right',
      undefined,
    ]);
  });

  it('heads no column with nothing', () => {
    expect(page('| | b |\n|-|-|\n| 1 | 2 |')).toContain('<tr><td></td><th scope="col">b</th></tr>');
  });

  it('takes what any paragraph takes: links, mentions, code, spoilers; and no more', () => {
    const html = page(
      '| a |\n|-|\n| [[@bob\\|Bob]] [[Emma]] `x \\| y` \\|\\|who\\|\\| <b onclick="x()">b</b> ![](https://example.org/p.png) |',
    );
    expect(html).toContain(
      '<td><a href="/@bob">Bob</a> <a href="/find?value=Emma">Emma</a> <code>x | y</code> ' +
        '<button type="button">Spoiler: show</button> b ' +
        '<a href="https://example.org/p.png" rel="ugc nofollow noopener noreferrer">picture</a></td>',
    );
    expect(html).not.toContain('who');
  });

  it('names no column by what a spoiler hides', () => {
    expect(page('| \\|\\|who\\|\\| |\n|-|\n| a |')).toMatch(/^<section aria-label="Table: ▒▒▒"/);
  });

  it('stands in feeds, too', () => {
    expect(htmlOf(markdown('| a |\n|-|\n| \\|\\|who\\|\\| |', 'https://example.org'))).toBe(
      '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td><span>▒▒▒</span></td></tr></tbody></table>',
    );
  });
});

it('is its words where nothing draws it yet, spoilers hidden', () => {
  expect(withoutBars('| a | *b* |\n|:-|-:|\n| 1 | 2 |\nso')).toBe('a *b*\n1 2\nso');
  expect(withoutBars('| a |\n|-|\n| \\|\\|dies\\|\\| |')).not.toContain('dies');
});

describe('a table that takes long', () => {
  it.each([
    ['of many cells', tableOf(10, 2_500)],
    ['of short rows that are filled up', `${tableOf(1_000, 0)}${'a\n'.repeat(50)}`],
    ['the same in a quote', `> ${rowOf('a', 1_000)}> ${rowOf('-', 1_000)}${'> a\n'.repeat(50)}`],
    ['the same in an entry', `- ${rowOf('a', 1_000)}  ${rowOf(':-', 1_000)}${'  a\n'.repeat(50)}`],
    ['many small ones', '|a|\n|-|\n\n'.repeat(2_500)],
    ['marks in a cell that nothing ends', `|a|\n|-|\n|${'*a_'.repeat(3_300)}|`],
    ['marks in what looks like a table in a comment', `<!--\n\n|a|\n|-|\n|-->|\n${'|*a_*a_|\n'.repeat(3_000)}`],
    ['marks below a rule that has other columns', `|a|b|\n|-|\n${'|*a_*a_|\n'.repeat(3_000)}`],
  ])('is shown as it is written: %s', (_what, text) => {
    expect(isTangled(text)).toBe(true);
    expect(page(text)).toMatch(/^<p>/);
  });

  it.each([
    ['a thousand rows with links', tableOf(8, 1_000, ' [a *title*](/i/x) ')],
    ['the same without bars around', `a | b\n--|--\n${'[a *title*](/i/x) | 2\n'.repeat(2_000)}`],
    ['a thousand columns', tableOf(1_000, 5)],
    ['ten thousand cells', tableOf(10, 1_000)],
    ['ten thousand bars', '|'.repeat(10_000)],
  ])('is read: %s', (_what, text) => {
    expect(isTangled(text)).toBe(false);
  });

  it('is a quote or entry that goes on for thousands of lines that do not say so', () => {
    expect(isTangled(`> a\n${'b\n'.repeat(2_000)}`)).toBe(true);
    expect(isTangled(`- a\n${'b\n'.repeat(2_000)}`)).toBe(true);
    expect(isTangled(`> > a\n> b\n${'> b\n'.repeat(2_000)}`)).toBe(true);
    expect(isTangled('> b\n'.repeat(5_000))).toBe(false);
    expect(isTangled(`> a\nb\n\n`.repeat(1_500))).toBe(false);
  });
});

/** The lines of a text that are in rows of tables, and how many cells these have once they are filled up. */
function tablesRead(text: string): { lines: Set<number>; cells: number } {
  const found = { lines: new Set<number>(), cells: 0 };
  const look = (node: { type: string; children?: unknown[]; position?: { start: { line: number } } }) => {
    const rows = (node.children ?? []) as { children: unknown[]; position: { start: { line: number } } }[];
    if (node.type === 'table') {
      const columns = rows[0]?.children.length ?? 0;
      for (const row of rows) {
        found.lines.add(row.position.start.line);
        found.cells += Math.max(columns, row.children.length);
      }
      // The rule below the head is in no row.
      found.lines.add((node.position?.start.line ?? 0) + 1);
    } else for (const child of rows) look(child as never);
  };
  const seen = () => (tree: object) => look(tree as never);
  Markdown({ children: text, remarkPlugins: [readTables, seen] });
  return found;
}

describe('what is counted before a text is read', () => {
  const piece = fc.constantFrom(
    ...[
      '|',
      '||',
      '| a',
      'a',
      '[a]: /x',
      '-',
      ':-',
      '|-',
      '|-|',
      '|-|-|',
      '--|:-:',
      ' ',
      '    ',
      '\\|',
      '\\',
      '`',
      '*',
    ],
    ...['> ', '- ', '1. ', '2020 ', '2) ', '#', '=', '\n', '\n', '\n', '\n\n', '\n|', '\n|-|\n|'],
  );
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

  it('are the rows that are rows beyond doubt, and at least as many cells as there are', () => {
    fc.assert(
      fc.property(text, (written) => {
        const tables = new Tables();
        const read = tablesRead(written);
        const marks = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)))+/;
        for (const [at, line] of written.split('\n').entries())
          if (tables.isRow(line, line.replace(marks, ''))) expect(read.lines).toContain(at + 1);
        expect(tables.cells).toBeGreaterThanOrEqual(read.cells);
      }),
      { numRuns: 1_000 },
    );
  });

  it('are the cells that a reader of tables makes of a line', () => {
    const part = fc.constantFrom('|', '\\|', '\\\\', '\\', 'a', ' ', '`', '-');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const line = `|a${parts.join('')}`;
        const columns = cellsOf(line).length;
        expect(tablesRead(`${line}\n${rowOf('-', columns)}`).lines.size).toBe(2);
      }),
    );
  });
});
