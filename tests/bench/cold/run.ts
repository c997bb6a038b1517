import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { tableText } from '../table-text.ts';
import { measureColdStarts } from './measure.ts';

/** Measures cold starts, prints them, and keeps them for the report; fails where a budget does not hold. */
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '21' } } });
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a whole number');
process.env.LOG_LEVEL = 'silent';
const result = await measureColdStarts(rounds, (round) => process.stderr.write(`\r${round} of ${rounds} rounds `));
process.stderr.write('\n');
for (const table of result.tables) process.stdout.write(`${tableText(table)}\n`);
for (const { what, target, measured, holds } of result.checks)
  process.stdout.write(`${holds ? 'holds ' : 'MISSED'}  ${what}: ${measured}, wanted ${target}\n`);
await mkdir('reports/bench', { recursive: true });
await writeFile('reports/bench/cold.json', JSON.stringify({ rounds, result }));
if (result.checks.some(({ holds }) => !holds)) process.exitCode = 1;
