import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atMost } from '#functions/runtime/concurrency.ts';
import { allOperations, type OperationName, operations } from '#shared/capabilities.ts';
import type { Operation } from '#shared/operation.ts';
import { examplesOf, type Valid } from '#tests/builders/request.ts';
import { aliceAndBob, type World } from '#tests/worlds/alice-and-bob.ts';
import { as, call, seen } from './call.ts';
import { hostileStrings, isTurn } from './hostile-strings.ts';
import { nameOf, type Place, placesIn, withValue } from './places.ts';
import { type System, startSystem } from './system.ts';

let system: System;
let world: World;
beforeAll(async () => {
  system = await startSystem();
  world = await aliceAndBob();
  await system.settle();
});
afterAll(() => system.stop());

/**
 * What stores text is asked twice: place by place in a way that is refused once the text has passed, and then
 * with each text in all places that took it.
 */
const storing: Partial<Record<OperationName, { member: string; passed: string; only(example: Valid): Valid }>> = {
  createItem: { member: 'item', passed: 'handle_required', only: (example) => ({ ...example, by: 'nameless' }) },
  reviseItem: {
    member: 'item',
    passed: 'edit_conflict',
    only: (example) => ({ ...example, body: { ...(example.body as object), base: 1_000_000 } }),
  },
  postReview: { member: 'review', passed: 'handle_required', only: (example) => ({ ...example, by: 'nameless' }) },
};

const send = (operation: Operation, { by, ...request }: Valid) => call(operation, request, by);
const isText = ({ schema }: Place) => schema.type === 'string';
/** An ISBN is kept as its thirteen digits; text and summary of an item are no part of what is answered of it. */
const notAnswered = ['isbn', 'text', 'summary'];
const isKept = (operation: Operation, { part, path }: Place) =>
  part === 'body' &&
  (operation.name === 'reviseItem' ? !notAnswered.includes(String(path.at(-1))) : path.at(-1) !== 'isbn');

/** Text as the site keeps it: composed, trimmed, line ends as \n. */
const normalised = (text: string) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim();

const at = (value: unknown, path: Place['path']): unknown =>
  path.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown> | undefined)?.[step], value);

/** What changes one thing that everybody changes: eight at once would be told to ask again. */
const inTurn = ['reviseProposal', 'flagTarget', 'banPerson'];

let asked = 0;

/** Sends texts in one place, of the big list another quarter at each; answers those that passed. */
async function textsTaken(operation: Operation, example: Valid, place: Place): Promise<string[]> {
  const store = storing[operation.name as OperationName];
  const turn = asked++;
  const texts = hostileStrings.filter((text) => isTurn(text, turn, 4));
  const codes = await atMost(inTurn.includes(operation.name) ? 1 : 8, texts, async (text) => {
    const { code } = await send(operation, withValue(store?.only(example) ?? example, place, text));
    return code;
  });
  return texts.filter((_, n) => codes[n] === store?.passed);
}

/** Stores each text wherever it passed at once, and looks for it in the answer. */
async function storeTexts(
  operation: Operation,
  variant: number,
  member: string,
  taken: Map<string, Place[]>,
): Promise<void> {
  for (const [text, places] of taken) {
    if (!isTurn(text, variant, 4)) continue;
    const [example] = (await examplesOf(operation, world)).slice(variant);
    if (!example) return;
    const { status, code, body } = await send(
      operation,
      places.reduce((whole, place) => withValue(whole, place, text), example),
    );
    // Two addresses of one page are one item.
    if (code === 'identifier_taken' || body.existing) continue;
    if (status !== 200) expect.soft(code, JSON.stringify(text)).toBeUndefined();
    for (const place of places.filter((place) => isKept(operation, place))) {
      const kept = at(body[member], place.path);
      if (kept !== normalised(text)) expect.soft(kept, nameOf(place)).toBe(normalised(text));
    }
  }
}

describe('every hostile text', () => {
  it.each(allOperations.filter(({ params, query, body }) => params ?? query ?? body))(
    'gets a documented answer from $name wherever it stands',
    async (operation) => {
      for (const [variant, example] of (await examplesOf(operation, world)).entries()) {
        const taken = new Map<string, Place[]>();
        for (const place of placesIn(operation, example).filter(isText)) {
          for (const text of await textsTaken(operation, example, place))
            taken.set(text, [...(taken.get(text) ?? []), place]);
        }
        const store = storing[operation.name as OperationName];
        if (store) await storeTexts(operation, variant, store.member, taken);
      }
    },
  );

  it('can be a handle only once and by its rules', async () => {
    for (const [number, text] of hostileStrings.entries()) {
      const { status, body } = await as(`newcomer-${number}`).call('chooseHandle', { body: { handle: text } });
      if (status === 200)
        expect((await seen('getPerson', { params: { handle: text } })).person.handle).toBe(body.handle);
    }
  });

  it('can stand in any cell of an imported library', async () => {
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const texts = hostileStrings.filter((text) => isTurn(text, 3, 4));
    const rows = texts.map((text, n) => [String(n + 1), text, text, '3', text, text, text, text].map(cell).join(','));
    const text = ['Book Id,Title,Author,My Rating,My Review,Date Read,ISBN,Year Published', ...rows].join('\r\n');
    let { import: job } = await as('dave').done('startImport', { body: { format: 'goodreads', text } });
    const reported: number[] = [];
    while (job.state === 'running') {
      const step = await as('dave').done('advanceImport', { params: { importId: job.id } });
      reported.push(...step.rows.map(({ row }) => row));
      job = step.import;
    }
    expect(reported).toEqual(texts.map((_, n) => n + 1));
    expect(job.reviews).toBeGreaterThan(50);
  });

  it('is projected exactly', () => system.settle(), 120_000);

  it('never got into the log, nor did who sent it', () => {
    const lines = system.log.join('');
    expect(lines).not.toMatch(/sub-of|token-of|Set-Cookie|DROP TABLE|alert\(1\)|passwd/);
    for (const line of lines.trimEnd().split('\n')) expect(() => JSON.parse(line) as unknown, line).not.toThrow();
  });

  it.each(['alice', 'dave'])('is shown on the page of %s, list after list', async (handle) => {
    let shown = 0;
    for (let cursor: string | undefined; ; ) {
      const page = await call(operations.listContributions, { params: { handle }, query: cursor ? { cursor } : {} });
      const { entries, next } = page.body as { entries: unknown[]; next: string | null };
      shown += entries.length;
      if (!next) break;
      cursor = next;
    }
    expect(shown).toBeGreaterThan(100);
  });
});
