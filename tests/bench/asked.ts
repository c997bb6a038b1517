import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Operation } from '#shared/operation.ts';
import { eventFor, type Request } from '#tests/builders/event.ts';
import { ask } from './cost/at-size.ts';
import { costAndBytesOf } from './cost/bytes.ts';
import { type Check, median, round, type Table } from './result.ts';

type Budget = { readUnits?: number; writeUnits?: number; roundTrips?: number };
/** Something that is asked for in a world: `event` makes the request of each time, the first of which only warms up. */
export type Asked = { name: string; event: (time: number) => APIGatewayProxyEventV2; times?: number; budget?: Budget };
/** What it costs on average, the round trips at most, and the median of processor time, in milliseconds. */
type Figures = Record<
  'requests' | 'roundTrips' | 'readUnits' | 'writeUnits' | 'tableBytes' | 'answerBytes' | 'milliseconds',
  number
>;
export type Measured = Omit<Asked, 'event' | 'times'> & { world: string; figures: Figures };

/** A request of somebody whose sub is their name, as builders of worlds have people join. */
export function eventBy(name: string, operation: Operation, request: Request): APIGatewayProxyEventV2 {
  const event = eventFor(operation, request, name);
  const { authorizer } = event.requestContext as { authorizer?: { jwt: { claims: Record<string, string> } } };
  if (authorizer) authorizer.jwt.claims.sub = name;
  return event;
}

/** Asks for each some times, one after the other, through the handler of its function. */
export async function measured(world: string, all: readonly Asked[]): Promise<Measured[]> {
  const found: Measured[] = [];
  for (const { event, times = 9, ...named } of all) {
    await ask(event(0));
    const runs: Figures[] = [];
    for (let time = 1; time <= times; time++) {
      const request = event(time);
      let answer = '';
      const before = process.cpuUsage();
      const cost = await costAndBytesOf(async () => {
        answer = await ask(request);
      });
      const { user, system } = process.cpuUsage(before);
      runs.push({ ...cost, answerBytes: Buffer.byteLength(answer), milliseconds: (user + system) / 1000 });
    }
    const all = (name: keyof Figures) => runs.map((run) => run[name]);
    const mean = (name: keyof Figures) => all(name).reduce((sum, each) => sum + each, 0) / runs.length;
    const figures = {
      requests: mean('requests'),
      roundTrips: Math.max(...all('roundTrips')),
      readUnits: mean('readUnits'),
      writeUnits: mean('writeUnits'),
      tableBytes: mean('tableBytes'),
      answerBytes: mean('answerBytes'),
      milliseconds: median(all('milliseconds')),
    };
    found.push({ ...named, world, figures });
  }
  return found;
}

/** What was measured, as a table of the report. */
export function tableOf(caption: string, found: readonly Measured[]): Table {
  return {
    caption,
    columns: [
      'operation',
      'in',
      'requests',
      'round trips',
      'read units',
      'write units',
      'bytes from the table',
      'bytes answered',
      'ms',
    ],
    rows: found.map(({ name, world, figures }) => [
      name,
      world,
      figures.requests,
      figures.roundTrips,
      figures.readUnits,
      figures.writeUnits,
      Math.round(figures.tableBytes),
      Math.round(figures.answerBytes),
      Number(figures.milliseconds.toPrecision(2)),
    ]),
  };
}

const words = { readUnits: 'read units', writeUnits: 'write units', roundTrips: 'round trips' };

/** Each operation with a budget holds to it in every world. */
export function checksOf(found: readonly Measured[]): Check[] {
  return [...new Set(found.filter(({ budget }) => budget).map(({ name }) => name))].map((name) => {
    const those = found.filter((one) => one.name === name);
    const limits = Object.entries(those[0]?.budget ?? {}).map(([unit, limit]) => {
      const key = unit as keyof typeof words;
      return { word: words[key], limit, worst: Math.max(...those.map(({ figures }) => figures[key])) };
    });
    return {
      what: name[0]?.toUpperCase() + name.slice(1),
      target: limits.map(({ word, limit }) => `≤ ${limit} ${word}`).join(', '),
      measured: limits.map(({ worst }) => round(worst)).join(', '),
      holds: limits.every(({ limit, worst }) => worst <= limit),
    };
  });
}
