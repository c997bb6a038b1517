import type { DynamoDBRecord } from 'aws-lambda';
import { handler } from '#functions/projector.ts';
import { documentClient } from '#functions/runtime/document-client.ts';
import { bucketOf } from '#shared/votes/rules.ts';
import { TableStream } from '#tests/builders/table-stream.ts';

/** Decides everything by chance that a run must be able to repeat. */
export type Chance = (below: number) => number;

/** Numbers from a seed (mulberry32): the same seed, the same run. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** What a request that dies shows: nobody knows whether it took effect. */
class Crash extends Error {
  override name = 'Crash';
  readonly code = 'ECONNRESET';
}

/**
 * The table's stream as Lambda may deliver it at its worst. Partitions are dealt to shards, each in order; which shard
 * comes next, how long its batches are, and which were delivered before, is left to chance. A crash hits any request
 * of the projector, before or after it took effect.
 */
export class UnreliableStream {
  #shards: { records: DynamoDBRecord[]; position: number }[];
  readonly #named: boolean;
  readonly #chance: Chance;
  readonly #stream = new TableStream();
  #crashIn: number | undefined;
  #generation = 0;
  crashes = 0;
  deliveries = 0;

  constructor(options: { shards: number; named: boolean; chance: Chance }) {
    this.#shards = Array.from({ length: options.shards }, () => ({ records: [], position: 0 }));
    this.#named = options.named;
    this.#chance = options.chance;
    documentClient().middlewareStack.add(
      (next) => async (args) => {
        if (this.#crashIn === undefined || this.#crashIn-- > 0) return next(args);
        this.#crashIn = undefined;
        this.crashes++;
        if (this.#chance(2) === 0) await next(args);
        throw new Crash();
      },
      { step: 'initialize', name: 'crash', override: true },
    );
  }

  /** Splits or merges: what is written from now on comes in this many new shards; the old ones are at their end. */
  reshard(count: number): void {
    if (this.#shards.some(({ records, position }) => position < records.length)) throw new Error('Parents come first');
    this.#shards = Array.from({ length: count }, () => ({ records: [], position: 0 }));
    this.#generation++;
  }

  /** Reads what was written since, and deals it to the shards. Answers whether there was anything. */
  async #read(): Promise<boolean> {
    const records = await this.#stream.page();
    for (const record of records) {
      const pk = record.dynamodb?.Keys?.pk?.S ?? '';
      this.#shards[Number(bucketOf(pk)) % this.#shards.length]?.records.push(record);
    }
    return records.length > 0;
  }

  async #deliver(shard: number, from: number, to: number): Promise<boolean> {
    const Records = this.#shards[shard]?.records.slice(from, to) ?? [];
    this.deliveries++;
    const answer = await handler(
      { Records, ...(this.#named ? { shardId: `shard-${this.#generation}-${shard}` } : {}) },
      {} as never,
    );
    return answer.batchItemFailures.length === 0;
  }

  /** Delivers all that was written by now in whole batches without trouble: what a test begins with. */
  begin(): Promise<void> {
    return this.run(0, 1000);
  }

  /**
   * Delivers everything there is and what follows from it, with trouble: `faults` in 10 deliveries crash or repeat. A
   * batch is as long as chance has it, up to `batch` records.
   */
  async run(faults: number, batch = 30): Promise<void> {
    for (;;) {
      const more = await this.#read();
      const waiting = this.#shards.flatMap(({ records, position }, index) =>
        position < records.length ? [index] : [],
      );
      const next = waiting[this.#chance(Math.max(1, waiting.length))];
      if (next === undefined) {
        if (more) continue;
        return;
      }
      const shard = this.#shards[next];
      if (!shard) return;
      const to = Math.min(shard.records.length, shard.position + 1 + this.#chance(batch));
      if (this.#chance(10) < faults) this.#crashIn = this.#chance(8);
      const done = await this.#deliver(next, shard.position, to);
      this.#crashIn = undefined;
      if (done) shard.position = to;
      // An answer may get lost: a batch that was done comes again, alone or with what was before it.
      if (done && this.#chance(10) < faults) await this.#deliver(next, this.#chance(to), to);
    }
  }
}
