import type { Context } from 'aws-lambda';
import { log } from '#functions/runtime/log.ts';
import { dataFrom, settlements } from '#shared/odds/contests.ts';
import { learn } from '#shared/odds/rules.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { factsForOdds, ownersOf, storeLearned } from './table.ts';

/** What is left to learn and store. */
const reserve = 300_000;

/** The scheduled job: learns from every revision and proposal which edits stay, and puts that in place of what was learned before. */
export async function runOdds(context: Pick<Context, 'getRemainingTimeInMillis'>, now = new Date()): Promise<void> {
  const begun = Date.now();
  const onPage = (found: number) => {
    if (context.getRemainingTimeInMillis() > reserve) return;
    throw new Error(`The table is too large to learn from in one run: ${found} edits found so far`);
  };
  const { revisions, proposals, learned } = await factsForOdds(onPage);
  const all = settlements(revisions, proposals, now);
  const owners = await ownersOf([...new Set(dataFrom(all, new Map()).items)]);
  const trained = learn(all, dataFrom(all, owners), isoSeconds(now));
  const stored = await storeLearned(trained, learned);
  const { settled, contests, people, items } = trained.model;
  log('info', 'odds learned', { settled, contests, people, items, ...stored, ms: Date.now() - begun });
}
