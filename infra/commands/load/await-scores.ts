import { setTimeout as sleep } from 'node:timers/promises';
import { countsOf, itemWithStanding } from '#functions/items/reader.ts';
import { atMost } from '#functions/runtime/concurrency.ts';
import { steadily } from '../steadily.ts';
import { say } from '../terminal.ts';

export type ExpectedScore = { name: string; itemId: string; up: number; down: number };

/** How long the counts may stand still before the projector counts as finished. */
const patience = 20_000;

/**
 * Waits for the projector and compares every item's votes with what they must be; says how it went. False where some
 * still differ after the counts stopped moving.
 */
export async function awaitScores(expected: readonly ExpectedScore[]): Promise<boolean> {
  let open: { score: ExpectedScore; found: string }[] = expected.map((score) => ({ score, found: '' }));
  for (let moved = Date.now(); open.length > 0 && Date.now() - moved < patience; ) {
    const seen = await atMost(16, open, async ({ score }) => ({ score, found: await votesOn(score.itemId) }));
    if (seen.some(({ found }, at) => found !== open[at]?.found)) moved = Date.now();
    open = seen.filter(({ score, found }) => found !== text(score));
    if (open.length > 0) await sleep(500);
  }
  const total = expected.reduce((sum, { up, down }) => sum + up - down, 0);
  if (open.length === 0) {
    say(`Every one of ${expected.length} scores equals the sum of its votes in the file (${total} in all).`);
    return true;
  }
  for (const { score, found } of open.slice(0, 20)) say(`${score.name}: ${text(score)} in the file, ${found} here`);
  say(
    `${open.length} of ${expected.length} scores differ from the file. Is the system running, and did anybody else vote?`,
  );
  return false;
}

const text = ({ up, down }: { up: number; down: number }) => `${up} up and ${down} down`;

async function votesOn(itemId: string): Promise<string> {
  const { standing } = await steadily(() => itemWithStanding(itemId));
  return text(countsOf(standing));
}
