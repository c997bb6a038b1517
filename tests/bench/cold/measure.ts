import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildFunctions, functionsDirectory } from '#infra/build/functions.ts';
import { anyCredentials } from '#infra/local/engine.ts';
import { atMost, type Check, median, type Result } from '../result.ts';
import { record } from '../stub/canned.ts';
import { requestFor } from '../stub/requests.ts';
import { startStub } from '../stub/stub.ts';
import { type Start, startInTurn, type Variant } from './starts.ts';

/** A function's first request: a list of fifty from `read`, a vote from `write`. */
const functions = [
  { name: 'read', act: 'list' },
  { name: 'write', act: 'vote' },
] as const;

/** How much slower than a handler of nothing a function may be. */
const limits = { ready: 2.6, first: 4 };

/** Measures the cold starts of the built functions beside bare handlers that answer the same bytes. */
export async function measureColdStarts(rounds: number, onRound: (round: number) => void): Promise<Result> {
  await buildFunctions();
  const canned = await record();
  const stub = await startStub([...canned.seldom, ...Object.values(canned.calls).flat()]);
  const directory = await mkdtemp(join(tmpdir(), 'cold-'));
  try {
    const env = {
      ...anyCredentials,
      TABLE_NAME: canned.tableName,
      DYNAMODB_ENDPOINT: stub.endpoint,
      LOG_LEVEL: 'info',
      LIMIT_FACTOR: '1000000',
    };
    const variants: Variant[] = [];
    for (const { name, act } of functions) {
      const event = JSON.stringify(requestFor(act, canned.itemId));
      const bare = join(directory, `${name}.mjs`);
      const body = JSON.stringify(canned.bodies[act]);
      await writeFile(bare, `const body = ${body};\nexport const handler = async () => ({ statusCode: 200, body });\n`);
      const built = join(functionsDirectory, name, 'index.mjs');
      variants.push({ name: `bare, for ${name}`, module: pathToFileURL(bare).href, event, env });
      variants.push({ name, module: pathToFileURL(built).href, event, env });
    }
    return resultOf(await startInTurn(variants, rounds, onRound), rounds);
  } finally {
    await stub.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

function resultOf(starts: ReadonlyMap<string, Start[]>, rounds: number): Result {
  const checks: Check[] = [];
  const rows = [...starts].map(([name, measured]) => {
    const bare = starts.get(`bare, for ${name}`);
    const ratios = (['ready', 'first'] as const).map((moment) => {
      if (!bare) return '';
      const ratio = middle(measured, moment) / middle(bare, moment);
      checks.push(
        atMost(`Cold start of ${name} until ${said[moment]}, against the bare handler`, ratio, limits[moment], ' ×'),
      );
      return ratio;
    });
    return [name, ...(['ready', 'first'] as const).flatMap((moment) => spread(measured, moment)), ...ratios];
  });
  return {
    tables: [
      {
        caption: `Milliseconds from the spawn of a process until the handler is imported (ready) and has answered (first): the middle of ${rounds} interleaved starts, and where eight of ten lie`,
        columns: ['handler', 'ready', 'of ten', 'first', 'of ten', 'ready ×', 'first ×'],
        rows,
      },
    ],
    plots: [],
    checks,
    notes: [],
  };
}

const said = { ready: 'ready', first: 'the first answer' };

const middle = (starts: readonly Start[], moment: keyof Start) => median(starts.map((start) => start[moment]));

/** The middle, and the bounds within which eight of ten lie. */
function spread(starts: readonly Start[], moment: keyof Start): [number, string] {
  const sorted = starts.map((start) => start[moment]).sort((a, b) => a - b);
  const at = (part: number) => Math.round(sorted[Math.round((sorted.length - 1) * part)] ?? Number.NaN);
  return [middle(starts, moment), `${at(0.1)} to ${at(0.9)}`];
}
