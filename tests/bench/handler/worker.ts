import { type Job, requestOf } from './variants.ts';

export type Round = { microseconds: number; wall: number };

/** Answers requests in rounds, and says after each what one cost this process: CPU and time, in microseconds. */
process.once('message', (job: Job) => {
  void (async () => {
    const request = await requestOf(job);
    const body = await request();
    if (job.variant === 'built' && job.act === 'list' && body !== job.body) throw new Error('Not what was recorded');
    process.on('message', (count: number) => {
      void (async () => {
        const cpu = process.cpuUsage();
        const started = performance.now();
        for (let n = 0; n < count; n++) await request();
        const { user, system } = process.cpuUsage(cpu);
        const wall = ((performance.now() - started) * 1000) / count;
        process.send?.({ microseconds: (user + system) / count, wall } satisfies Round);
      })();
    });
    process.send?.('ready');
  })();
});
process.once('disconnect', () => process.exit());
