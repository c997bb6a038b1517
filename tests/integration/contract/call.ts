import { handler as read } from '#functions/read.ts';
import { handler as write } from '#functions/write.ts';
import { lambdaContext } from '#infra/local/lambda-context.ts';
import { type OperationName, type Operations, operations } from '#shared/capabilities.ts';
import type { Operation, OutputOf } from '#shared/operation.ts';
import { eventFor, type Request } from '#tests/builders/event.ts';
import { checkAnswer } from './answer.ts';

export type Answer = { status: number; code: string | undefined; body: Record<string, unknown>; text: string };

/** Sends a request to the function that serves its operation, and checks the answer by the contract. */
export async function call(operation: Operation, request: Request = {}, by?: string): Promise<Answer> {
  const serve = operation.auth === 'public' ? read : write;
  const result = await serve(
    eventFor(operation, request, by) as Parameters<typeof write>[0],
    lambdaContext('test', 'test'),
  );
  return checkAnswer(operation, result, by);
}

/** A signed-in person. `call` gives the answer whatever it is; `done` wants the operation to succeed. */
export function as(name: string) {
  return {
    call: (operation: OperationName, request: Request = {}) => call(operations[operation], request, name),
    done: async <N extends OperationName>(operation: N, request: Request = {}): Promise<OutputOf<Operations[N]>> => {
      const { status, body, text } = await call(operations[operation], request, name);
      if (status !== 200) throw new Error(`${operation} by ${name}: ${text}`);
      return body as OutputOf<Operations[N]>;
    },
  };
}

/** Somebody who is not signed in. */
export async function seen<N extends OperationName>(
  operation: N,
  request: Request = {},
): Promise<OutputOf<Operations[N]>> {
  const { status, body, text } = await call(operations[operation], request);
  if (status !== 200) throw new Error(`${operation}: ${text}`);
  return body as OutputOf<Operations[N]>;
}
