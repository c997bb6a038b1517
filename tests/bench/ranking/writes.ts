import { documentClient } from '#functions/runtime/document-client.ts';
import { type Cost, costOf } from '#tests/builders/cost.ts';

type Batch = {
  RequestItems?: Record<string, { PutRequest?: { Item: { pk: string } }; DeleteRequest?: { Key: { pk: string } } }[]>;
};

/** What a piece of work costs, and how many ranking entries it puts or deletes. */
export async function rankingWritesOf(work: () => Promise<unknown>): Promise<Cost & { ranking: number }> {
  let ranking = 0;
  documentClient().middlewareStack.add(
    (next, { commandName }) =>
      (args) => {
        if (commandName === 'BatchWriteItemCommand' || commandName === 'BatchWriteCommand') {
          const requests = Object.values((args.input as Batch).RequestItems ?? {}).flat();
          ranking += requests.filter((one) =>
            (one.PutRequest?.Item ?? one.DeleteRequest?.Key)?.pk.startsWith('R#'),
          ).length;
        }
        return next(args);
      },
    { step: 'initialize', name: 'ranking-writes', override: true },
  );
  try {
    return { ...(await costOf(work)), ranking };
  } finally {
    documentClient().middlewareStack.remove('ranking-writes');
  }
}
