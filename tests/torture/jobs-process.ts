import { setTimeout as sleep } from 'node:timers/promises';
import { runDecide } from '#functions/proposals/run-decide.ts';
import { ordersOf, tell } from './messages.ts';

// The job that decides proposals, as a process that can be killed: over and over, twice at once, when all of them are due.
ordersOf();
const hours = 3;
const plenty = { getRemainingTimeInMillis: () => 900_000 };
tell({ is: 'ready' });
for (;;) {
  const now = new Date(Date.now() + hours * 3_600_000);
  // The database may be down at this moment; the schedule comes again, too.
  await Promise.allSettled([runDecide(plenty, now), runDecide(plenty, now)]);
  await sleep(300);
}
