import { setTimeout as sleep } from 'node:timers/promises';
import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import type { StreamFunction } from '#infra/local/stream.ts';
import { bucketOf } from '#shared/votes/rules.ts';
import type { Chance } from '#tests/worlds/unreliable-stream.ts';
import { shuffled } from './plan.ts';

/** What happens to a batch between the stream and the projector. */
export type BatchFault =
  | 'dropped: the projector never ran'
  | 'dropped: the projector died before it answered'
  | 'delivered twice, one after the other'
  | 'delivered twice at once'
  | 'an older batch came again'
  | 'shards in another order'
  | 'shards at once';

type Piece = { shardId: string; Records: DynamoDBRecord[] };
const shards = 3;
const kept = 20;

/**
 * The projector as a stream at its worst feeds it: the engine's one shard dealt to several by the row's partition, in
 * any order or at once, twice, late, or not at all. Within a shard first deliveries stay in order, as DynamoDB holds.
 */
export function disorderly(project: StreamFunction, chance: Chance, note: (fault: BatchFault) => void) {
  const older: Piece[] = [];
  let isCalm = false;

  const once = async (piece: Piece, context: Parameters<StreamFunction>[1]): Promise<string[]> => {
    const { batchItemFailures } = await project(piece, context);
    return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  };

  const deliver = async (piece: Piece, context: Parameters<StreamFunction>[1]): Promise<string[]> => {
    const lot = isCalm ? 99 : chance(100);
    if (lot < 8) {
      note('delivered twice, one after the other');
      const first = await once(piece, context);
      return [...first, ...(await once(piece, context))];
    }
    if (lot < 16) {
      note('delivered twice at once');
      const late = sleep(chance(20)).then(() => once(piece, context));
      return (await Promise.all([once(piece, context), late])).flat();
    }
    if (lot < 24 && older.length > 0) {
      note('an older batch came again');
      const again = older[chance(older.length)];
      // Whether a batch that was done before succeeds again matters to nobody.
      if (again) await Promise.all([once(again, context), chance(2) === 0 ? once(piece, context) : []]);
    }
    const failed = await once(piece, context);
    if (failed.length === 0) older.push(piece);
    if (older.length > kept) older.splice(chance(kept), 1);
    return failed;
  };

  const handler: StreamFunction = async ({ shardId, Records }, context): Promise<DynamoDBBatchResponse> => {
    const dealt = Array.from({ length: shards }, (_, n): Piece => ({ shardId: `${shardId}-${n}`, Records: [] }));
    for (const record of Records) {
      const pk = record.dynamodb?.Keys?.pk?.S ?? '';
      dealt[Number(bucketOf(pk)) % shards]?.Records.push(record);
    }
    const pieces = dealt.filter((piece) => piece.Records.length > 0);
    const lot = isCalm ? 99 : chance(100);
    if (lot < 3) {
      note('dropped: the projector never ran');
      throw new Error('The projector was not there');
    }
    const failed: string[] = [];
    if (lot < 40) {
      note('shards at once');
      failed.push(...(await Promise.all(pieces.map((piece) => deliver(piece, context)))).flat());
    } else {
      if (lot < 80) note('shards in another order');
      const order = lot < 80 ? shuffled(pieces, chance) : pieces;
      for (const piece of order) failed.push(...(await deliver(piece, context)));
    }
    if (!isCalm && chance(100) < 3) {
      note('dropped: the projector died before it answered');
      throw new Error('The projector died before it answered');
    }
    return { batchItemFailures: [...new Set(failed)].map((itemIdentifier) => ({ itemIdentifier })) };
  };
  return {
    handler,
    calm: () => {
      isCalm = true;
    },
  };
}
