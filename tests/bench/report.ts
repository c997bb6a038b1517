import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, View } from 'vega';
import { compile } from 'vega-lite';
import type { Circumstances } from './machine.ts';
import type { Plot, Result } from './result.ts';
import { tableMarkdown } from './table-text.ts';

const here = fileURLToPath(new URL('./', import.meta.url));
const numbers = fileURLToPath(new URL('../../reports/bench/', import.meta.url));

/** One run of a section, as it is kept. */
export type Run = Circumstances & {
  name: string;
  title: string;
  intro: string;
  seconds: number;
  full: boolean;
  result: Result;
};

/** Keeps a run as reports/bench/NAME.json, for the report and for machines. */
export async function writeRun(run: Run): Promise<void> {
  await mkdir(numbers, { recursive: true });
  await writeFile(join(numbers, `${run.name}.json`), `${JSON.stringify(run, undefined, 2)}\n`);
}

/** The last run of each section, of those that were ever run here. */
export async function readRuns(names: readonly string[]): Promise<Run[]> {
  const found = await Promise.all(
    names.map((name) =>
      readFile(join(numbers, `${name}.json`), 'utf8').then(
        (text) => [JSON.parse(text) as Run],
        (error: NodeJS.ErrnoException) => {
          if (error.code !== 'ENOENT') throw error;
          return [];
        },
      ),
    ),
  );
  return found.flat();
}

/**
 * Writes REPORT.md and its figures from the runs: no number in it comes from anywhere else. What was never run here stays as
 * it stands there, with its checks: reports are kept in no repository, so another machine has none of them.
 */
export async function renderReport(runs: readonly Run[]): Promise<void> {
  await mkdir(join(here, 'plots'), { recursive: true });
  for (const plot of runs.flatMap(({ result }) => result.plots)) {
    await writeFile(join(here, 'plots', `${plot.name}.svg`), await svgOf(plot));
  }
  const file = join(here, 'REPORT.md');
  await writeFile(file, reportWith(runs, await readFile(file, 'utf8').catch(() => '')));
}

/** A report with these runs in the place of earlier ones of the same, before what follows those, and new ones at the end. */
export function reportWith(runs: readonly Run[], before: string): string {
  const [head = '', ...old] = before.split(/^(?=## )/m);
  const sections = new Map(old.map((text) => [text.slice(3, text.indexOf('\n')), text.trimEnd()]));
  for (const run of runs) sections.set(run.title, sectionText(run).trimEnd());
  const rows = new Map(
    head.split('\n').flatMap((line) => (/ (✓|\*\*missed\*\*) \|$/.test(line) ? [[nameOf(line), line]] : [])),
  );
  for (const line of runs.flatMap(({ result }) => result.checks.map(rowOf))) rows.set(nameOf(line), line);
  return `${[heading([...rows.values()]), ...sections.values()].join('\n\n')}\n`;
}

const nameOf = (row: string) => row.split(' | ')[0] ?? '';
const rowOf = ({ what, target, measured, holds }: Result['checks'][number]) =>
  `| ${what} | ${target} | ${measured} | ${holds ? '✓' : '**missed**'} |`;

function heading(rows: readonly string[]): string {
  const held = rows.filter((row) => row.endsWith('✓ |')).length;
  return [
    '# What it costs and how fast it is',
    '',
    'Rendered by `npm run bench` from real runs, each section on the machine and at the load named below it; nothing in it is',
    'written by hand. `npm run bench -- NAME` runs one section, `npm run bench -- report` renders again. Units are what the',
    "local engine reports by DynamoDB's rules; times depend on the machine, so read the ratios.",
    '',
    `**${held} of ${rows.length} targets hold.**`,
    '',
    '| | target | measured | |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function sectionText(run: Run): string {
  const { title, intro, result, date, commit, machine, node, load, seconds } = run;
  return [
    `## ${title}`,
    '',
    intro,
    '',
    ...result.tables.flatMap((table) => [tableMarkdown(table), '']),
    ...result.plots.flatMap(({ name, alt }) => [`![${alt}](plots/${name}.svg)`, '']),
    ...result.notes.flatMap((note) => [note, '']),
    `<sub>${date}, commit ${commit}, Node ${node}, ${machine}; load before ${load.toFixed(2)}; took ${seconds} s.</sub>`,
    '',
  ].join('\n');
}

/** A figure drawn without a browser. */
async function svgOf({ spec, alt }: Plot): Promise<string> {
  const config = { background: 'white', font: 'sans-serif', legend: { labelLimit: 300 }, view: { stroke: null } };
  const view = new View(parse(compile({ description: alt, ...spec }, { config }).spec), { renderer: 'none' });
  try {
    return `${await view.toSVG()}\n`;
  } finally {
    view.finalize();
  }
}
