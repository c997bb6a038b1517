import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { anyCredentials, createTable, type Engine, startEngine } from '#infra/local/engine.ts';
import { freePort } from '#infra/local/free-port.ts';
import { chanceFrom } from '#tests/worlds/unreliable-stream.ts';
import { DatabaseProxy } from './database-proxy.ts';
import type { Findings } from './findings.ts';
import type { GatewayOrders, ProjectorOrders, Said } from './messages.ts';
import { Part } from './part.ts';
import { Tally } from './tally.ts';

type Options = { directory: string; seed: number; pool: Omit<GatewayOrders, 'port'>; findings: Findings };

/** The system under torture: engine, proxy before it, gateway and projectors as processes of their own. */
export class Victim {
  readonly tableName = 'commonplace-torture';
  readonly batchFaults = new Tally();
  readonly proxy: DatabaseProxy;
  readonly #options: Options;
  #engine: Engine | undefined;
  #proxyEndpoint = '';
  #port = 0;
  #gateway: Part | undefined;
  #projector: Part | undefined;
  #second: Part | undefined;
  #jobs: Part | undefined;
  #started = 0;
  #drained = () => {};
  /** How often the engine was restarted: a transaction's token does not outlive it, as it would outlive DynamoDB's parts. */
  engineLife = 0;

  constructor(options: Options) {
    this.#options = options;
    this.proxy = new DatabaseProxy(() => this.endpoint, options.seed);
  }

  /** The engine itself, past the proxy. */
  get endpoint(): string {
    return this.#engine?.endpoint ?? '';
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async start(): Promise<void> {
    await this.#startEngine();
    await createTable(this.endpoint, this.tableName);
    this.#proxyEndpoint = await this.proxy.start();
    this.#port = await freePort();
    this.#startGateway();
    this.#projector = this.#newProjector('position.json');
    this.#startJobs();
    await this.untilUp();
  }

  async stop(): Promise<void> {
    await Promise.all([this.#gateway?.kill(), this.#projector?.kill(), this.#second?.kill(), this.#jobs?.kill()]);
    await this.proxy.stop();
    await this.#engine?.stop();
  }

  /** Resolves when the gateway and a projector answer again. */
  async untilUp(): Promise<void> {
    await Promise.all([this.#gateway?.ready, this.#projector?.ready]);
  }

  async killEngine(downFor: number): Promise<void> {
    const child = this.#engine?.child;
    child?.process.kill('SIGKILL');
    await child?.exited;
    this.engineLife++;
    await sleep(downFor);
    await this.#startEngine();
    this.engineLife++;
  }

  /** The engine stands still, and goes on where it was. */
  async stallEngine(milliseconds: number): Promise<void> {
    this.#engine?.child?.process.kill('SIGSTOP');
    await sleep(milliseconds);
    this.#engine?.child?.process.kill('SIGCONT');
  }

  async killGateway(): Promise<void> {
    await this.#gateway?.kill();
    this.#startGateway();
    await this.#gateway?.ready;
  }

  async killProjector(downFor: number): Promise<void> {
    await this.#projector?.kill();
    // A later second projector may start from here, and have all that follows again.
    const position = this.#file('position.json');
    if (existsSync(position)) copyFileSync(position, this.#file('position-before.json'));
    await sleep(downFor);
    this.#projector = this.#newProjector('position.json');
    await this.#projector.ready;
  }

  async killJobs(downFor: number): Promise<void> {
    await this.#jobs?.kill();
    await sleep(downFor);
    this.#startJobs();
  }

  /** What the schedule would do is done no more. */
  async endJobs(): Promise<void> {
    await this.#jobs?.kill();
  }

  /** A second projector at the same stream, from where the first is or was some time ago; ends the one before. */
  async startSecondProjector(): Promise<void> {
    await this.#second?.kill();
    const before = this.#file('position-before.json');
    const from = existsSync(before) ? before : this.#file('position.json');
    if (existsSync(from)) copyFileSync(from, this.#file('position-second.json'));
    this.#second = this.#newProjector('position-second.json');
    await this.#second.ready;
  }

  /** Everything written so far is projected, by one projector without disorder; false where that takes too long. */
  async drain(patience: number): Promise<boolean> {
    await this.#second?.kill();
    await this.untilUp();
    const drained = new Promise<boolean>((resolve) => {
      this.#drained = () => resolve(true);
    });
    this.#projector?.tell('drain');
    return Promise.race([drained, sleep(patience, false, { ref: false })]);
  }

  async #startEngine(): Promise<void> {
    const port = this.#engine ? Number(new URL(this.endpoint).port) : undefined;
    this.#engine = await startEngine({ file: this.#file('table.db'), port });
  }

  #startGateway(): void {
    const orders: GatewayOrders = { ...this.#options.pool, port: this.#port };
    this.#gateway = this.#part('gateway', new URL('./gateway-process.ts', import.meta.url), orders);
  }

  #startJobs(): void {
    this.#jobs = this.#part('jobs', new URL('./jobs-process.ts', import.meta.url), {});
  }

  #newProjector(positionFile: string): Part {
    const seed = chanceFrom(this.#options.seed + ++this.#started)(1e9);
    const orders: ProjectorOrders = { seed, positionFile: this.#file(positionFile) };
    return this.#part('projector', new URL('./projector-process.ts', import.meta.url), orders);
  }

  #part(name: string, file: URL, orders: object): Part {
    return new Part({
      file,
      orders,
      env: {
        ...process.env,
        ...anyCredentials,
        TABLE_NAME: this.tableName,
        DYNAMODB_ENDPOINT: this.#proxyEndpoint,
        LOG_LEVEL: 'error',
      },
      log: this.#file(`${name}.log`),
      onSaid: (said) => this.#hear(name, said),
      onLoss: () => this.#options.findings.add('stuck', `The ${name} ended by itself`),
    });
  }

  #hear(name: string, said: Said): void {
    if (said.is === 'fault') this.batchFaults.add(said.fault);
    if (said.is === 'drained') this.#drained();
    if (said.is === 'trouble') this.#options.findings.add('stuck', `${name}: ${said.what}`);
  }

  #file(name: string): string {
    return join(this.#options.directory, name);
  }
}
