import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '#tests/worlds/unreliable-stream.ts';
import type { Blow, PlannedBlow } from './plan.ts';
import { Poison } from './poison.ts';
import { Tally } from './tally.ts';
import type { Victim } from './victim.ts';

/** Carries out what is planned, each blow when its number of requests was sent. */
export class Blows {
  readonly done = new Tally();
  readonly poison: Poison;
  readonly #victim: Victim;
  readonly #planned: readonly PlannedBlow[];
  readonly #chance: Chance;
  readonly #onBlow: (blow: string) => void;

  constructor(victim: Victim, planned: readonly PlannedBlow[], chance: Chance, onBlow: (blow: string) => void) {
    this.#victim = victim;
    this.#planned = planned;
    this.#chance = chance;
    this.#onBlow = onBlow;
    this.poison = new Poison(victim);
  }

  async run(sent: () => number, isOver: () => boolean): Promise<void> {
    for (const { at, blow } of this.#planned) {
      while (sent() < at && !isOver()) await sleep(20);
      this.#onBlow(`at ${sent()}: ${blow}`);
      await this.#strike(blow);
      this.done.add(blow);
    }
  }

  #strike(blow: Blow): Promise<void> | void {
    const milliseconds = this.#chance(1000);
    switch (blow) {
      case 'engine killed':
        return this.#victim.killEngine(milliseconds);
      case 'engine stalled':
        return this.#victim.stallEngine(500 + milliseconds);
      case 'gateway killed':
        return this.#victim.killGateway();
      case 'jobs killed':
        return this.#victim.killJobs(milliseconds);
      case 'projector killed':
        return this.#victim.killProjector(milliseconds);
      case 'second projector':
        return this.#victim.startSecondProjector();
      case 'database throttled':
        return this.#victim.proxy.throttle(200 + milliseconds);
      case 'poison record':
        return this.poison.add();
    }
  }
}
