import { parseArgs } from 'node:util';
import { command, say } from '#infra/commands/terminal.ts';
import { circumstances } from './machine.ts';
import { readRuns, renderReport, writeRun } from './report.ts';
import { sections } from './sections.ts';
import { tableText } from './table-text.ts';

const names = Object.keys(sections);

/** Runs the sections that are named, or all, and renders the report from the last run of each. */
command(async () => {
  process.env.LOG_LEVEL ??= 'error';
  const { values, positionals } = parseArgs({
    options: { full: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const unknown = positionals.filter((name) => name !== 'report' && !names.includes(name));
  if (unknown.length > 0)
    throw new Error(`There is no section ${unknown.join(', ')}: ${names.join(', ')}, or report to render only`);
  const wanted = positionals.length === 0 ? names : positionals.filter((name) => name !== 'report');
  let missed = 0;
  for (const name of wanted) {
    const section = await sections[name]?.();
    if (!section) continue;
    say(`\n${section.title}\n`);
    const where = circumstances();
    const started = performance.now();
    const result = await section.run({ full: values.full, onStep: (step) => say(`  … ${step}`) });
    const seconds = Math.round((performance.now() - started) / 1000);
    for (const table of result.tables) say(`\n${tableText(table)}`);
    for (const { holds, what, target, measured } of result.checks) {
      say(`  ${holds ? 'holds ' : 'MISSED'}  ${what}: ${measured} (${target})`);
    }
    missed += result.checks.filter(({ holds }) => !holds).length;
    await writeRun({ name, title: section.title, intro: section.intro, ...where, seconds, full: values.full, result });
  }
  // What the harnesses for faults and hostile requests left stands in the report, too.
  const runs = await readRuns([...names, 'torture', 'fuzz']);
  await renderReport(runs);
  say(`\nRendered tests/bench/REPORT.md from ${runs.map(({ name }) => name).join(', ')}.`);
  say(missed === 0 ? 'Every target holds.' : `${missed} targets missed.`);
  process.exit();
});
