import { type IncomingHttpHeaders, request as send } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { handler as read } from '#functions/read.ts';
import { handler as write } from '#functions/write.ts';
import { type Gateway, type HttpFunction, startGateway } from '#infra/local/gateway.ts';
import { routeTable } from '#infra/local/route-table.ts';
import { AppError } from '#shared/app-error.ts';
import { allOperations, type OperationName, operations } from '#shared/capabilities.ts';
import { problem } from '#shared/http/problem.ts';
import type { Operation } from '#shared/operation.ts';
import { subOf } from '#tests/builders/event.ts';
import { examplesOf, type Valid } from '#tests/builders/request.ts';
import fc from '#tests/setup/properties.ts';
import { createTokenMint, type TokenMint } from '#tests/setup/tokens.ts';
import { aliceAndBob, type World } from '#tests/worlds/alice-and-bob.ts';
import { checkAnswer } from './answer.ts';
import { as, call } from './call.ts';
import { placesIn } from './places.ts';
import { carriedOut, type Plan, requests, seldom } from './requests.ts';
import { type System, startSystem } from './system.ts';

// `npm run fuzz` asks for thousands, with another seed each time.
const runs = Number(process.env.FUZZ_RUNS ?? Math.max(300, 8 * allOperations.length));
const seed = Number(process.env.FUZZ_SEED ?? 1);
const patience = 60_000 + runs * 200;

let system: System;
let world: World;
let mint: TokenMint;
let gateway: Gateway;
const faults: unknown[] = [];
const asked = new Set<string>();
// Each operation comes once, wherever the numbers fall, and then those that they fall on.
const due = Object.keys(operations) as OperationName[];
const counts: Record<string, Record<string, number>> = { functions: {}, gateway: {} };

beforeAll(async () => {
  system = await startSystem();
  world = await aliceAndBob();
  await as('mallory').done('chooseHandle', { body: { handle: 'mallory' } });
  mint = await createTokenMint();
  gateway = await startGateway({
    tokens: mint.rules,
    functions: { read: read as HttpFunction, write: write as HttpFunction },
    onFault: (error) => faults.push(error),
  });
});
afterAll(async () => {
  await gateway.stop();
  await system.stop();
  for (const [where, answers] of Object.entries(counts)) {
    const sorted = Object.entries(answers).sort(([, m], [, n]) => n - m);
    const total = sorted.reduce((sum, [, count]) => sum + count, 0);
    const list = sorted.map(([answer, count]) => `${answer} ${count}`).join(', ');
    process.stdout.write(`Fuzz of the ${where}, seed ${seed}: ${total} requests: ${list}\n`);
  }
});

const count = (where: 'functions' | 'gateway', answer: string) => {
  const answers = counts[where];
  if (answers) answers[answer] = (answers[answer] ?? 0) + 1;
};

async function made(plan: Plan): Promise<Valid> {
  const examples = await examplesOf(operations[plan.operation], world);
  return carriedOut(plan, examples, (example) => placesIn(operations[plan.operation], example));
}

it(
  'whatever is asked of a function is answered by the contract',
  async () => {
    await fc.assert(
      fc.asyncProperty(requests(world), async (drawn) => {
        const plan = { ...drawn, operation: due.shift() ?? drawn.operation };
        asked.add(plan.operation);
        const { by, ...request } = await made(plan);
        const { status, code } = await call(operations[plan.operation], request, by);
        count('functions', code ?? String(status));
      }),
      { numRuns: runs, seed, endOnFailure: true },
    );
  },
  patience,
);

type Sent = { method: string; target: string; headers: Record<string, string>; body: string };
type Target = {
  spoiled: string | undefined;
  method: string | undefined;
  query: [string, string][] | undefined;
  junk: string;
};

const target: fc.Arbitrary<Target> = fc.record({
  spoiled: seldom(
    5,
    fc.constantFrom('%', '%zz', '%00', '%ff', '%c0%af', '%ed%a0%80', '..', '%2e%2e', '//', '%2F', ';', '+', '%0d%0a'),
  ),
  method: seldom(12, fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'PATCH', 'OPTIONS', 'TRACE')),
  query: seldom(
    3,
    fc.array(
      fc.tuple(
        fc.constantFrom(
          'cursor',
          'order',
          'kind',
          'tag',
          'window',
          'stars',
          'items',
          'reviews',
          'value',
          '__proto__',
          'x',
        ),
        fc.oneof(
          fc.constantFrom('hot', 'link', '%zz', '%00', '%', 'a,b', '%ed%a0%80', '', '1e999'),
          fc.webQueryParameters(),
        ),
      ),
      { maxLength: 4 },
    ),
  ),
  junk: fc.constantFrom(...Array<string>(12).fill(''), '&', '?', '=', '&&&=', `&x=${'y'.repeat(4000)}`),
});

/** Path and query as bytes on the line, with what no client library would write. */
function targetOf(operation: Operation, { params, query }: Valid, { spoiled, query: more = [], junk }: Target): string {
  const encode = (text: unknown) => encodeURIComponent(String(text ?? '').toWellFormed()).slice(0, 6000);
  let path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encode(params?.[name]));
  if (spoiled) path = path.replace(/[^/]*$/, (last) => `${last.slice(0, 3)}${spoiled}${last.slice(3)}`);
  const pairs = [...Object.entries(query ?? {}).map(([name, value]) => [name, encode(value)] as const), ...more];
  const text = pairs.map(([name, value]) => `${encode(name)}=${value.slice(0, 6000)}`).join('&') + junk;
  return (text ? `${path}?${text}` : path).slice(0, 12_000);
}

async function sentOf(plan: Plan, to: Target): Promise<Sent> {
  const operation = operations[plan.operation];
  const { by, ...request } = await made(plan);
  const body = request.raw?.toString() ?? (request.body === undefined ? '' : (JSON.stringify(request.body) ?? ''));
  // What Node's own client refuses to put on the line never reaches anybody.
  const sendable = Object.entries(request.headers ?? {}).filter(([, value]) => /^[\x20-\x7e]{0,4000}$/.test(value));
  return {
    // Nobody else's account goes by accident: the world is needed to the end.
    method: operation.path === '/api/me' ? operation.method : (to.method ?? operation.method),
    target: targetOf(operation, request, to),
    headers: {
      ...(body ? { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) } : {}),
      ...(by ? { authorization: `Bearer ${await mint.accessToken(subOf(by))}` } : {}),
      ...Object.fromEntries(sendable),
    },
    body,
  };
}

type Received = { statusCode: number; headers: Record<string, string>; body: string };
const ofTheHop = ['connection', 'keep-alive', 'date', 'content-length', 'transfer-encoding', 'allow'];

function overTheLine({ method, target: path, headers, body }: Sent): Promise<Received> {
  return new Promise((resolve, reject) => {
    const { port } = gateway;
    const sent = send({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      answer.toArray().then((chunks) => {
        const text = Buffer.concat(chunks as Buffer[]).toString();
        resolve({ statusCode: answer.statusCode ?? 0, headers: ownHeaders(answer.headers), body: text });
      }, reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

function ownHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const own = Object.entries(headers).filter(([name]) => !ofTheHop.includes(name));
  return Object.fromEntries(own.map(([name, value]) => [name, String(value)]));
}

const route = routeTable(allOperations);

/** The operation behind an address; undefined where the gateway itself refuses it. */
function operationAt(method: string, path: string): Operation | undefined {
  try {
    return route(method, path.replace(/\?.*$/s, '')).operation;
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

it(
  'whatever comes over the line is answered by the contract, or with a problem',
  async () => {
    await fc.assert(
      fc.asyncProperty(requests(world), target, async (plan, to) => {
        const sent = await sentOf(plan, to);
        const got = await overTheLine(sent);
        const operation = operationAt(sent.method, sent.target);
        if (operation && got.statusCode < 500) {
          const { status, code } = checkAnswer(operation, got, undefined);
          count('gateway', code ?? String(status));
          return;
        }
        expect(got.statusCode, `${sent.method} ${sent.target}: ${got.body}`).toBeLessThan(500);
        if (sent.method === 'HEAD') return count('gateway', String(got.statusCode));
        count('gateway', problem.parse(JSON.parse(got.body)).code);
      }),
      { numRuns: runs, seed, endOnFailure: true },
    );
    expect(faults).toEqual([]);
  },
  patience,
);

it('left nothing but what the projector counts exactly', () => system.settle(), patience);

it('met every operation, and success as well as refusal', () => {
  expect([...asked].sort()).toEqual(Object.keys(operations).sort());
  expect(counts.functions?.['200']).toBeGreaterThan(runs / 20);
  expect(counts.functions?.invalid_input).toBeGreaterThan(runs / 20);
});
