import type { Result, Table } from '#tests/bench/result.ts';
import { findingKinds } from './findings.ts';
import { summaryText } from './summary.ts';
import type { Summary } from './torture.ts';

const table = (caption: string, counts: Record<string, number>): Table => ({
  caption,
  columns: ['', 'number'],
  rows: Object.entries(counts),
});

/** A run as a section of the report. */
export function tortureResult(summary: Summary): Result {
  const { seed, minutes, requests, people, counts, held, deadLetters } = summary;
  return {
    tables: [
      table(
        `${requests} requests of ${people} people in ${minutes} minutes, seed ${seed}: how they were answered`,
        summary.answers,
      ),
      table('What was done to engine, gateway and projector meanwhile', summary.blows),
      table(`What was done to ${summary.databaseRequests} requests to the database`, summary.databaseFaults),
      table('What was done to batches of the stream', summary.batchFaults),
      table('What was looked at in the end', {
        ...held,
        'poison records': deadLetters.poisoned,
        'dead letters of them': deadLetters.found,
      }),
    ],
    plots: [],
    checks: findingKinds.map((kind) => ({
      what: `Torture: ${kind}`,
      target: '0',
      measured: String(counts[kind]),
      holds: counts[kind] === 0,
    })),
    notes: summary.findings.length > 0 ? [`\`\`\`\n${summaryText(summary)}\n\`\`\``] : [],
  };
}

export const tortureIntro =
  'Many people vote, change votes, review, tag and bookmark the same few items and many others, write pages at once, propose ' +
  'and consent, talk, flag, appeal, change what is ranked by, watch, claim, look over what others wrote, add and move places ' +
  'and say where they were, while engine, projector, the job that decides and gateway are killed and started at random, the ' +
  'database delays, throttles, conflicts and loses answers after writing, and ' +
  'batches of the stream come twice, late and in pieces. In the end everything answered with success must be there, nothing ' +
  'refused may be, and the audit finds no difference. `npm run torture` repeats it with the seed.';
