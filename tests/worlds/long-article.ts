import { composeItem } from '#functions/revisions/compose-item.ts';
import { revisionKey } from '#functions/revisions/reader.ts';
import { reviseItem } from '#functions/revisions/revise-item.ts';
import { historyPage } from '#functions/revisions/table.ts';
import { updateRow, writeRows } from '#functions/table/table.ts';
import { as } from '#tests/builders/people.ts';
import { type Chance, chanceFrom } from './unreliable-stream.ts';

const none = { params: undefined, query: undefined, body: undefined };

/** Prose of so many bytes: words by Zipf's law, of which brotli makes about a third, as of an encyclopaedia's. */
export function prose(size: number, chance: Chance): string {
  const letters = 'etaoinshrdlucmfwypvbgk';
  const words = Array.from({ length: 20_000 }, () =>
    Array.from({ length: 2 + chance(8) }, () => letters[Math.min(chance(22), chance(22))]).join(''),
  );
  const lines: string[] = [];
  for (let length = 0; length < size; ) {
    const line = Array.from({ length: 60 }, () => words[Math.floor(words.length ** (chance(1000) / 1000))]).join(' ');
    lines.push(line);
    length += line.length + 2;
  }
  return lines.join('\n\n').slice(0, size).trimEnd();
}

/** An article by `maker`, who joined before. */
export async function written(title: string, text: string): Promise<string> {
  const body = { kind: 'article' as const, fields: { title }, text };
  const made = (await composeItem({ ...none, body }, as('maker'))) as { item: { id: string } };
  return made.item.id;
}

/** A revision of such an article by `editor`. */
export const revise = (itemId: string, title: string, text: string | undefined, base: number) =>
  reviseItem(
    { ...none, params: { itemId }, body: { fields: { title }, base, ...(text === undefined ? {} : { text }) } },
    as('editor'),
  );

export type LongArticle = { itemId: string; title: string; text: string };

/** An article of so many revisions, of which the ones between are told by their facts alone; `rebuild` lists them. */
export async function longArticle(count: number): Promise<LongArticle> {
  const title = `Article of ${count}`;
  const text = prose(4000, chanceFrom(7));
  const itemId = await written(title, text);
  await revise(itemId, title, `${text} 2`, 1);
  const [model] = (await historyPage(itemId, { limit: 1 })).rows;
  if (!model) throw new Error('There is no revision');
  const summary = 'Made the second paragraph plainer, with a source';
  await writeRows(
    Array.from({ length: count - 3 }, (_, at) => {
      const n = at + 3;
      return { put: { ...model, ...revisionKey(itemId, n), n, summary, base: n - 1 } };
    }),
  );
  await updateRow(
    { pk: `I#${itemId}`, sk: 'FACT' },
    { UpdateExpression: 'SET revision = :n', ExpressionAttributeValues: { ':n': count - 1 } },
  );
  await revise(itemId, title, `${text} last`, count - 1);
  return { itemId, title, text };
}
