import type { Context } from 'aws-lambda';
import { log } from '#functions/runtime/log.ts';
import { holdTogether } from './hold-together.ts';
import { termsInForce } from './reader.ts';
import { releaseDue } from './release-due.ts';
import { judgeReviews } from './reviews/judge.ts';

/** What is left to end in good order. */
const reserve = 30_000;

/** The scheduled job: what is due counts from now on, and what accounts did together waits. What time is too short for comes next. */
export async function runRelease(context: Pick<Context, 'getRemainingTimeInMillis'>, now = new Date()): Promise<void> {
  const begun = Date.now();
  const isOver = () => context.getRemainingTimeInMillis() < reserve;
  const terms = await termsInForce();
  const due = await releaseDue(now, terms, isOver);
  const judged = await judgeReviews(now, terms, isOver);
  const { together } = terms;
  const found = together ? await holdTogether(now, together, isOver) : { held: 0, finished: true };
  const finished = due.finished && judged.finished && found.finished;
  log(finished ? 'info' : 'warn', 'holds looked at', {
    released: due.released,
    held: found.held,
    judged: judged.held,
    finished,
    ms: Date.now() - begun,
  });
}
