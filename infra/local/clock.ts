import { randomUUID } from 'node:crypto';
import type { JobEvent } from '#shared/jobs/schema.ts';
import { lambdaContext } from './lambda-context.ts';

const hour = 3_600_000;
const longest = 900_000;

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
  const tick = () => {
    running = running.then(() => run('release')).then(() => run('forget'));
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
