import { randomUUID } from 'node:crypto';
import type { JobEvent } from '#shared/jobs/schema.ts';
import { lambdaContext } from './lambda-context.ts';

const hour = 3_600_000;
const longest = 900_000;
/** What the schedule does every week is done once a day here: a small table is soon read. */
const day = 24;

/** Runs the small jobs every hour, as the schedule does in the cloud, `atOnce` as well at the start: a machine at home sleeps for hours. */
export function startClock(options: { atOnce: boolean; onFault?: (message: string) => void }): {
  stop: () => Promise<void>;
} {
  let running = Promise.resolve();
  const run = async (job: JobEvent['job']) => {
    const event: JobEvent = { job };
    try {
      const { handler } = await import('#functions/jobs.ts');
      await handler(event, lambdaContext('jobs', randomUUID(), longest));
    } catch (error) {
      options.onFault?.(`The job ${event.job} failed: ${error}`);
    }
  };
  let hours = 0;
  const tick = () => {
    running = running
      .then(() => run('release'))
      .then(() => run('decide'))
      .then(() => run('forget'))
      .then(() => run('digest'))
      .then(() => run('index'));
    if (hours++ % day === 0) running = running.then(() => run('odds')).then(() => run('claims'));
  };
  const timer = setInterval(tick, hour);
  timer.unref();
  if (options.atOnce) tick();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
