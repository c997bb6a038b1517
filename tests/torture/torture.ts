import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { closeDocumentClient } from '#functions/runtime/document-client.ts';
import { anyCredentials } from '#infra/local/engine.ts';
import { createTokenMint, type TokenMint } from '#tests/setup/tokens.ts';
import { chanceFrom } from '#tests/worlds/unreliable-stream.ts';
import { act, join as joinSite } from './act.ts';
import { Blows } from './blows.ts';
import { Client } from './client.ts';
import { type DeadLetters, deadLettersOf } from './dead-letters.ts';
import { type Finding, type FindingKind, Findings } from './findings.ts';
import { Person } from './person.ts';
import { planBlows } from './plan.ts';
import { checkTable } from './table-check.ts';
import { Tally } from './tally.ts';
import { verify } from './verify.ts';
import { untilListed, verifyConsent } from './verify-consent.ts';
import { verifyOwn } from './verify-own.ts';
import { verifyPages } from './verify-pages.ts';
import { verifyPlaces } from './verify-places.ts';
import { verifyTalk } from './verify-talk.ts';
import { Victim } from './victim.ts';
import { World } from './world.ts';

export type Options = {
  seed: number;
  requests: number;
  minutes: number;
  people: number;
  /** One blow in about so many requests. */
  blowEvery: number;
  onStep?: (step: string) => void;
  /** Done to the system once everything is at rest, before it is looked at: for the tests of the harness itself. */
  beforeLooking?: () => Promise<void>;
};

export type Summary = {
  seed: number;
  minutes: number;
  requests: number;
  people: number;
  /** What people asked for, how it was answered, and what was done to the system, each with its number. */
  asked: Record<string, number>;
  answers: Record<string, number>;
  blows: Record<string, number>;
  databaseRequests: number;
  databaseFaults: Record<string, number>;
  batchFaults: Record<string, number>;
  deadLetters: DeadLetters;
  /** What was looked at in the end. */
  held: Record<
    | 'items'
    | 'reviews'
    | 'pairs'
    | 'comments'
    | 'revisions'
    | 'proposals'
    | 'places'
    | 'claims'
    | 'marked'
    | 'rows'
    | 'audited',
    number
  >;
  counts: Record<FindingKind, number>;
  findings: readonly Finding[];
};

/** Runs the whole system through its worst hour, and holds it to what it answered. */
export async function torture(options: Options): Promise<Summary> {
  if (process.env.DYNAMODB_ENDPOINT) throw new Error('The engine is killed here: DYNAMODB_ENDPOINT must not be set');
  // The limits on writes are not what is tried here.
  Object.assign(process.env, anyCredentials, { LIMIT_FACTOR: '1000000' });
  const { seed, requests, minutes, onStep = () => {} } = options;
  // In memory where the system has files there: a killed process leaves them as they are, and nothing here cuts the power.
  const directory = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'torture-'));
  const findings = new Findings();
  const [asked, answers] = [new Tally(), new Tally()];
  const mint = await createTokenMint();
  const keys = await publishKeys(mint);
  const pool = { issuer: mint.rules.issuer, clientId: mint.rules.clientId, jwksUrl: keys.url };
  const victim = new Victim({ directory, seed, pool, findings });
  const people = await crowd(options, mint, answers);
  const world = new World({
    victim,
    findings,
    sent: asked,
    requests,
    milliseconds: minutes * 60_000,
    forged: (name) => mint.accessToken(name, { forged: true }),
    people,
  });
  try {
    onStep('starting engine, gateway and projector');
    await victim.start();
    await joinSite(world, people);

    const start = Date.now();
    const blows = new Blows(victim, planBlows(seed, requests, options.blowEvery), chanceFrom(seed + 1), onStep);
    world.begin();
    victim.proxy.calm = false;
    const telling = setInterval(() => onStep(`${world.count} of ${requests} requests`), 60_000);
    await Promise.all([
      ...people.map((by) => act(by, world)),
      blows.run(
        () => world.count,
        () => world.isOver,
      ),
    ]);
    clearInterval(telling);
    const took = (Date.now() - start) / 60_000;

    victim.proxy.calm = true;
    await victim.untilUp();
    await untilListed(world);
    await victim.endJobs();
    onStep(`${world.count} requests sent in ${took.toFixed(1)} minutes; waiting until everything is projected`);
    await victim.untilUp();
    // What nobody answered ends before anybody looks; then nothing is unsure for reasons of time.
    await victim.proxy.over();
    await sleep(50);
    await settled(victim, findings, requests);
    lookDirectlyAt(victim);
    await options.beforeLooking?.();
    onStep('looking at what everybody did');
    await verifyPlaces(world);
    await verify(world, people);
    await verifyTalk(world);
    await verifyPages(world);
    await verifyOwn(world);
    await verifyConsent(world);
    const deadLetters = await deadLettersOf(world, blows.poison);
    const { rows, audited } = await checkTable(world, blows.poison);
    const pairs = people.reduce((sum, by) => sum + by.pairs.size, 0);
    return {
      seed,
      minutes: Math.round(took * 10) / 10,
      requests: world.count,
      people: people.length,
      asked: asked.counts(),
      answers: answers.counts(),
      blows: blows.done.counts(),
      databaseRequests: victim.proxy.requests,
      databaseFaults: victim.proxy.faults.counts(),
      batchFaults: victim.batchFaults.counts(),
      deadLetters,
      held: {
        items: world.items.length,
        reviews: world.reviews.length,
        pairs,
        comments: world.commons.said.length,
        revisions: world.commons.saved.size,
        proposals: world.commons.proposals.length + world.commons.merges.length + world.commons.consented.length,
        places: world.commons.places.length,
        claims: people.reduce((sum, by) => sum + by.claims.size, 0),
        marked: world.commons.marked.size,
        rows,
        audited,
      },
      counts: findings.counts,
      findings: findings.list,
    };
  } finally {
    for (const by of people) by.client.close();
    await victim.stop();
    keys.server.close();
    closeDocumentClient();
    delete process.env.DYNAMODB_ENDPOINT;
    rmSync(directory, { recursive: true, force: true });
  }
}

async function settled(victim: Victim, findings: Findings, requests: number): Promise<void> {
  if (!(await victim.drain(120_000 + requests * 20))) findings.add('stuck', 'The stream was not projected to its end');
}

/** Points this process's own reading at the engine, past the proxy. */
function lookDirectlyAt(victim: Victim): void {
  Object.assign(process.env, { DYNAMODB_ENDPOINT: victim.endpoint, TABLE_NAME: victim.tableName });
  closeDocumentClient();
}

function crowd({ people, seed }: Options, mint: TokenMint, answers: Tally): Promise<Person[]> {
  const named = Array.from({ length: people }, (_, n) => `torture${n}x`);
  return Promise.all(
    named.map(async (name, n) => {
      const token = await mint.accessToken(`sub-${name}`, { expiresIn: 12 * 3600 });
      return new Person(name, token, new Client(n + 2, answers), chanceFrom(seed * 1000 + n)(1e9));
    }),
  );
}

/** Publishes the keys that tokens are signed with, as the user pool does. */
async function publishKeys({ published }: TokenMint): Promise<{ server: Server; url: string }> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(published));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks.json` };
}
