import { documentClient } from '#functions/runtime/document-client.ts';
import { type Cost, costOf } from '#tests/builders/cost.ts';

type HttpAnswer = { response: { headers?: Record<string, string> } };

/** What a piece of work costs at the table, with the bytes that came back from there. */
export async function costAndBytesOf(work: () => Promise<unknown>): Promise<Cost & { tableBytes: number }> {
  let tableBytes = 0;
  documentClient().middlewareStack.add(
    (next) => async (args) => {
      const answer = await next(args);
      tableBytes += Number((answer as HttpAnswer).response.headers?.['content-length'] ?? 0);
      return answer;
    },
    // After the one that reads the answer: here it is still as it came.
    { step: 'deserialize', priority: 'low', name: 'bytes', override: true },
  );
  try {
    return { ...(await costOf(work)), tableBytes };
  } finally {
    documentClient().middlewareStack.remove('bytes');
  }
}
