import { findingKinds } from './findings.ts';
import type { Summary } from './torture.ts';

/** The summary as a table for the terminal. */
export function summaryText(summary: Summary): string {
  const { seed, requests, minutes, people, held, deadLetters, databaseRequests } = summary;
  const part = (title: string, counts: Record<string, number>) => [
    '',
    title,
    ...Object.entries(counts).map(([name, count]) => `  ${name.padEnd(52)}${String(count).padStart(9)}`),
  ];
  return [
    `Torture with seed ${seed}: ${requests} requests of ${people} people in ${minutes} minutes`,
    ...part('Asked', summary.asked),
    ...part('Answered', summary.answers),
    ...part('Done to the parts', summary.blows),
    ...part(`Done to ${databaseRequests} requests to the database`, summary.databaseFaults),
    ...part('Done to batches of the stream', summary.batchFaults),
    ...part('Looked at in the end', {
      ...held,
      'poison records': deadLetters.poisoned,
      'dead letters of them': deadLetters.found,
    }),
    ...part('Found', Object.fromEntries(findingKinds.map((kind) => [kind, summary.counts[kind]]))),
    '',
    ...summary.findings.map(({ kind, what }) => `${kind}: ${what}`),
  ].join('\n');
}

/** Whether nothing was found that must never happen. */
export function isSound({ counts }: Summary): boolean {
  return findingKinds.every((kind) => counts[kind] === 0);
}
