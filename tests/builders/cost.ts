import { documentClient } from '#functions/runtime/document-client.ts';

export type Cost = { requests: number; roundTrips: number; readUnits: number; writeUnits: number };
type Consumed = { CapacityUnits?: number };

const reads = /^(Get|BatchGet|Query|Scan)/;

/**
 * What a piece of work costs at the database: requests, how many of them had to wait for one before, and the
 * capacity units that the engine reports for each.
 */
export async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const cost: Cost = { requests: 0, roundTrips: 0, readUnits: 0, writeUnits: 0 };
  let open = 0;
  documentClient().middlewareStack.add(
    (next, context) => async (args) => {
      cost.requests++;
      if (open++ === 0) cost.roundTrips++;
      try {
        const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } });
        const { ConsumedCapacity } = answer.output as { ConsumedCapacity?: Consumed | Consumed[] };
        const units = [ConsumedCapacity ?? []].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
        if (ConsumedCapacity === undefined) throw new Error(`${context.commandName} reported no capacity`);
        if (reads.test(context.commandName ?? '')) cost.readUnits += units;
        else cost.writeUnits += units;
        return answer;
      } finally {
        open--;
      }
    },
    { step: 'initialize', name: 'cost', override: true },
  );
  try {
    await work();
  } finally {
    documentClient().middlewareStack.remove('cost');
  }
  return cost;
}
