import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { type JobName, jobEvent, jobNames } from '#shared/jobs/schema.ts';
import { runClaims } from './claims/run-claims.ts';
import { runDump } from './dumps/run-dump.ts';
import { runRelease } from './holds/run-release.ts';
import { runDigest } from './notifications/digest/run-digest.ts';
import { runOdds } from './odds/run-odds.ts';
import { runForget } from './people/run-forget.ts';
import { runDecide } from './proposals/run-decide.ts';
import { errorFields, log } from './runtime/log.ts';
import { runIndex } from './search/run-index.ts';

const jobs: Record<JobName, (context: Context) => Promise<void>> = {
  dump: runDump,
  release: (context) => runRelease(context),
  forget: () => runForget(),
  odds: (context) => runOdds(context),
  decide: async (context) => {
    await runDecide(context);
  },
  digest: (context) => runDigest(context),
  index: (context) => runIndex(context),
  claims: (context) => runClaims(context),
};

/** Runs what the schedule asks for. A job that fails is thrown, tried once more by Lambda, and then a dead letter. */
export const handler = middy<unknown, { done: JobName }>().handler(async (event, context) => {
  const asked = jobEvent.safeParse(event);
  if (!asked.success) {
    log('error', 'no such job', { event: JSON.stringify(event)?.slice(0, 200) });
    throw new Error(`This is no job: one is {"job":"${jobNames.join('"} or {"job":"')}"}`);
  }
  const { job } = asked.data;
  try {
    await jobs[job](context);
    return { done: job };
  } catch (error) {
    log('error', 'job failed', { job, ...errorFields(error) });
    throw error;
  }
});
