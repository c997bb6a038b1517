import { Agent, createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Chance, chanceFrom } from '#tests/worlds/unreliable-stream.ts';
import { type DatabaseFault, faultFor, halves, refusalFor } from './database-faults.ts';
import { Tally } from './tally.ts';

type Answer = { status: number; headers: Record<string, string>; body: Buffer };

/** One of so many requests meets a fault; while throttled, every other one is refused. */
const rarity = 40;

/** Stands between the functions and the engine, and lets requests meet what a database in trouble does to them. */
export class DatabaseProxy {
  readonly faults = new Tally();
  requests = 0;
  readonly #engine: () => string;
  readonly #chance: Chance;
  readonly #agent = new Agent({ keepAlive: true });
  readonly #open = new Set<Promise<void>>();
  readonly #server: Server;
  #isCalm = true;
  #throttled = 0;

  /** `engine` is asked for the engine's address anew for each request: it may have been restarted elsewhere. */
  constructor(engine: () => string, seed: number) {
    this.#engine = engine;
    this.#chance = chanceFrom(seed);
    this.#server = createServer({ keepAliveTimeout: 60_000 }, (asked, response) => {
      const done: Promise<void> = this.#serve(asked, response)
        .catch(() => void response.destroy())
        .finally(() => this.#open.delete(done));
      this.#open.add(done);
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
    this.#agent.destroy();
  }

  /** Lets faults happen, or no more. */
  set calm(isCalm: boolean) {
    this.#isCalm = isCalm;
  }

  /** Of the next so many requests, half are refused for want of capacity. */
  throttle(requests: number): void {
    this.#throttled = requests;
  }

  /** Resolves when whatever was on its way to the database at the time has ended there. */
  async over(): Promise<void> {
    // What a process sent before it was killed may not have been read yet; one that lives may be trying again.
    await sleep(1500);
    await Promise.all(this.#open);
  }

  #chosen(action: string): DatabaseFault | undefined {
    if (this.#isCalm) return undefined;
    if (this.#throttled > 0) {
      this.#throttled--;
      if (this.#chance(2) === 0) return 'throttled';
    }
    return this.#chance(rarity) === 0 ? faultFor(action, this.#chance) : undefined;
  }

  async #serve(asked: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Buffer.concat(await asked.toArray()).toString();
    const action = String(asked.headers['x-amz-target'] ?? '').split('.')[1] ?? '';
    this.requests++;
    const fault = this.#chosen(action);
    if (fault) this.faults.add(fault);
    switch (fault) {
      case 'throttled':
      case 'transaction conflict':
      case 'internal error':
        return this.#refuse(response, fault, action, body);
      case 'internal error after it took effect':
        await this.#ask(asked, body);
        return this.#refuse(response, fault, action, body);
      case 'connection cut before':
        return void response.destroy();
      case 'connection cut after it took effect':
        await this.#ask(asked, body);
        return void response.destroy();
      case 'timed out after it took effect':
        await this.#ask(asked, body);
        await sleep(200 + this.#chance(1000));
        return void response.destroy();
      case 'half an answer': {
        const { status, headers, body: whole } = await this.#ask(asked, body);
        response.writeHead(status, headers);
        response.write(whole.subarray(0, whole.length / 2), () => response.destroy());
        return;
      }
      case 'half a batch':
        return this.#serveHalf(asked, response, action, body);
      case 'delayed':
        await sleep(50 + this.#chance(600));
    }
    send(response, await this.#ask(asked, body));
  }

  async #serveHalf(asked: IncomingMessage, response: ServerResponse, action: string, body: string): Promise<void> {
    const half = halves(body);
    const answer = await this.#ask(asked, half?.first ?? body);
    if (half && answer.status === 200) {
      const said = JSON.parse(answer.body.toString()) as Record<string, unknown>;
      said[action === 'BatchGetItem' ? 'UnprocessedKeys' : 'UnprocessedItems'] = half.rest;
      answer.body = Buffer.from(JSON.stringify(said));
    }
    send(response, answer);
  }

  #refuse(response: ServerResponse, fault: DatabaseFault, action: string, body: string): void {
    const refusal = refusalFor(fault, action, body, this.#chance);
    send(response, { status: refusal.status, headers: {}, body: Buffer.from(refusal.body) });
  }

  #ask(asked: IncomingMessage, body: string): Promise<Answer> {
    const headers = { ...asked.headers, 'content-length': String(Buffer.byteLength(body)) };
    return new Promise((resolve, reject) => {
      const sent = request(this.#engine(), { method: 'POST', agent: this.#agent, headers }, (answer) => {
        answer.toArray().then((chunks) => {
          const { statusCode: status = 500, headers: got } = answer;
          const type = String(got['content-type'] ?? 'application/x-amz-json-1.0');
          resolve({ status, headers: { 'content-type': type }, body: Buffer.concat(chunks as Buffer[]) });
        }, reject);
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, {
    'content-type': 'application/x-amz-json-1.0',
    ...headers,
    'x-amzn-requestid': 'torture',
    'content-length': body.length,
  });
  response.end(body);
}
