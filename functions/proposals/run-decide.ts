import type { Context } from 'aws-lambda';
import { atMost } from '#functions/runtime/concurrency.ts';
import { errorFields, log } from '#functions/runtime/log.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { decide } from './decide.ts';
import { dueProposals } from './lists/table.ts';

/** What is left to end in good order. */
const reserve = 30_000;
const pageSize = 100;
const atOnce = 4;

/**
 * The scheduled job: decides what is due, the longest due first, and goes on with what was made and is not through. One
 * that fails does not keep the others; it comes again within the hour.
 */
export async function runDecide(
  context: Pick<Context, 'getRemainingTimeInMillis'>,
  now = new Date(),
): Promise<{ decided: number; waiting: number; failed: number }> {
  const done = { decided: 0, waiting: 0, failed: 0 };
  const isOver = () => context.getRemainingTimeInMillis() < reserve;
  let after: string | undefined;
  do {
    const { ids, last } = await dueProposals(isoSeconds(now), after, pageSize);
    await atMost(atOnce, ids, async (id) => {
      if (isOver()) return;
      done[await outcomeOf(id, now, isOver)] += 1;
    });
    after = last;
  } while (after !== undefined && !isOver());
  log('info', 'proposals decided', done);
  return done;
}

async function outcomeOf(id: string, now: Date, isOver: () => boolean): Promise<'decided' | 'waiting' | 'failed'> {
  try {
    for (;;) {
      const { fact, verdict } = await decide(id, now);
      if (verdict) return 'waiting';
      if (!fact.unfinished || isOver()) return 'decided';
    }
  } catch (error) {
    log('error', 'proposal not decided', { proposal: id, ...errorFields(error) });
    return 'failed';
  }
}
