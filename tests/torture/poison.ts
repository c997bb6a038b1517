import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Victim } from './victim.ts';

/** Rows that no code of ours writes and no projector can read, each wrong in another way. */
const poisons: ((n: number) => Record<string, unknown>)[] = [
  (n) => ({ pk: `P#poisoned${n}`, sk: 'S#poisonpoison', type: 'save', itemId: 'poisonpoison', tags: 7 }),
  (n) => ({ pk: `RV#poison${n}`, sk: 'FACT', type: 'review', id: `poison${n}`, itemId: 'poisonpoison', rating: 3 }),
  (n) => ({ pk: `I#poison${n}`, sk: 'FACT', type: 'item', id: `poison${n}`, kind: 'nonsense', title: 'x', byline: '' }),
];

/** Writes such rows, past everything else. */
export class Poison {
  readonly keys: { pk: string; sk: string }[] = [];
  readonly #victim: Victim;

  constructor(victim: Victim) {
    this.#victim = victim;
  }

  async add(): Promise<void> {
    const n = this.keys.length;
    const Item = poisons[n % poisons.length]?.(n) ?? {};
    this.keys.push({ pk: String(Item.pk), sk: String(Item.sk) });
    const client = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint: this.#victim.endpoint }));
    await client.send(new PutCommand({ TableName: this.#victim.tableName, Item }));
    client.destroy();
  }
}
