import type { OperationName } from '#shared/capabilities.ts';
import type { Problem } from '#shared/http/problem.ts';
import type { Ask } from '#shared/pages/schema.ts';
import type { Answer, Request } from './call.ts';
import { ProblemError } from './problem.ts';

let ask: Ask | undefined;

/** Says how operations are asked where pages are rendered. */
export function callOnServer(asked: Ask): void {
  ask = asked;
}

/** Calls an operation where the page is rendered, for nobody in particular. Throws ProblemError when refused. */
export async function onServer<N extends OperationName>(name: N, request: Request<N>): Promise<Answer<N>> {
  if (!ask) throw new Error('Nobody said how operations are asked here');
  const { status, body } = await ask(name, request);
  if (status >= 400) throw new ProblemError(body as Problem);
  return body as Answer<N>;
}
