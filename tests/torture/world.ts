import { setTimeout as sleep } from 'node:timers/promises';
import { trustTermsOf } from '#shared/trust/rules.ts';
import type { Ask, Outcome } from './client.ts';
import { Commons } from './commons.ts';
import type { Findings } from './findings.ts';
import type { Person } from './person.ts';
import type { Slot } from './slot.ts';
import type { Tally } from './tally.ts';
import type { Victim } from './victim.ts';

type Options = {
  victim: Victim;
  findings: Findings;
  sent: Tally;
  requests: number;
  /** Over how long the requests are spread; 0 for as fast as they go. */
  milliseconds: number;
  forged: (name: string) => Promise<string>;
  people: readonly Person[];
};

/** What all people share: the site, what is on it, and how many requests there still are. */
export class World {
  readonly victim: Victim;
  readonly findings: Findings;
  readonly hot: string[] = [];
  readonly items: string[] = [];
  readonly reviews: { id: string; by: string }[] = [];
  /** What was asked to be made, by title: the least and the most times it may be there. */
  readonly made = new Map<string, { least: 0 | 1; most: 0 | 1 }>();
  readonly commons = new Commons();
  readonly people: readonly Person[];
  /** The one item of an address that several submit at once. */
  readonly contested = new Map<string, string>();
  readonly forged: Options['forged'];
  count = 0;
  readonly #options: Options;
  #start = Date.now();

  constructor(options: Options) {
    this.#options = options;
    this.victim = options.victim;
    this.findings = options.findings;
    this.forged = options.forged;
    this.people = options.people;
  }

  /** Whether everybody may do everything here: so it is while the site is young. */
  get isYoung(): boolean {
    return trustTermsOf(this.people.length).maturity === 'young';
  }

  get names(): string[] {
    return this.people.map(({ name }) => name);
  }

  begin(): void {
    this.count = 0;
    this.#start = Date.now();
  }

  get isOver(): boolean {
    return this.count >= this.#options.requests;
  }

  /** Sends a request when its turn comes, as `what` in the summary. */
  async send(by: Person, what: string, asked: Omit<Ask, 'token'> & { token?: string }): Promise<Outcome> {
    const turn = this.count++;
    const { requests, milliseconds, sent } = this.#options;
    const due = this.#start + (Math.min(turn, requests) / requests) * milliseconds;
    if (due > Date.now()) await sleep(due - Date.now());
    await this.victim.untilUp();
    sent.add(what);
    const { engineLife } = this.victim;
    const outcome = await by.client.ask(this.victim.url, { token: by.token, ...asked });
    if (outcome.is === 'maybe' && outcome.why.startsWith('500')) {
      this.findings.add('answered 500', `${asked.method} ${asked.path} by ${by.name}`);
    }
    // DynamoDB knows a transaction's token for ten minutes, the engine until it is killed: what it did just before is
    // then refused when the client library sends it again.
    if (outcome.is === 'refused' && outcome.code.endsWith('conflict') && engineLife !== this.victim.engineLife) {
      return { is: 'maybe', why: 'the engine was killed meanwhile' };
    }
    return outcome;
  }

  /** Notes what an outcome makes of a slot. Answers whether it is done. */
  settle<T>(slot: Slot<T>, next: T, outcome: Outcome, about: string): boolean {
    if (outcome.is === 'done') slot.become(next);
    if (outcome.is === 'maybe') slot.maybe(next, this.victim.proxy.over());
    if (outcome.is === 'refused') this.findings.add('wrongly refused', `${about}: ${outcome.code}`);
    return outcome.is === 'done';
  }
}
