import type { Context } from 'aws-lambda';
import { log } from '#functions/runtime/log.ts';
import { holdTogether } from './hold-together.ts';
import { termsInForce } from './reader.ts';
import { releaseDue } from './release-due.ts';

/** What is left to end in good order. */
const reserve = 30_000;

/** The scheduled job: what is due counts from now on, and what accounts did together waits. What time is too short for comes next. */
export async function runRelease(context: Pick<Context, 'getRemainingTimeInMillis'>, now = new Date()): Promise<void> {
  const begun = Date.now();
  const isOver = () => context.getRemainingTimeInMillis() < reserve;
  const due = await releaseDue(now, isOver);
  const { together } = await termsInForce();
  const found = together ? await holdTogether(now, together, isOver) : { held: 0, finished: true };
  const finished = due.finished && found.finished;
  log(finished ? 'info' : 'warn', 'holds looked at', {
    released: due.released,
    held: found.held,
    finished,
    ms: Date.now() - begun,
  });
}
