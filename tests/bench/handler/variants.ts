import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { lambdaContext } from '#infra/local/lambda-context.ts';
import type { Call } from '../stub/call.ts';
import { type Act, isWrite, requestFor } from '../stub/requests.ts';
import { minimalCall } from './minimal-call.ts';

/** Who answers: the function as built, a handler without database, or one with the least call of it. */
export const variants = ['built', 'bare', 'minimal', 'minimal, same calls'] as const;
export type Variant = (typeof variants)[number];

export type Job = {
  act: Act;
  variant: Variant;
  itemId: string;
  endpoint: string;
  calls: Call[];
  body: string;
  /** Where the built function lies. */
  bundle: string;
};

type Lambda = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;

/** One request of a job, to be repeated; answers the body. */
export async function requestOf(job: Job): Promise<() => Promise<string | undefined>> {
  if (job.variant === 'bare') {
    const answer = JSON.parse(job.body) as unknown;
    return () => Promise.resolve(JSON.stringify(answer));
  }
  if (job.variant === 'built') {
    const { handler } = (await import(job.bundle)) as { handler: Lambda };
    const context = lambdaContext(isWrite(job.act) ? 'write' : 'read', 'bench', 3_600_000);
    const event = requestFor(job.act, job.itemId);
    return async () => (await handler(event, context)).body;
  }
  const endpoint = new URL(job.endpoint);
  const call = ({ target, sent }: Call) => minimalCall(endpoint, target.split('.')[1] ?? '', sent);
  const last = job.calls.at(-1);
  if (!last) throw new Error(`${job.act} made no call`);
  const before = job.variant === 'minimal' ? [] : job.calls.slice(0, -1);
  return async () => {
    if (before.length > 0) await Promise.all(before.map(call));
    return answerFrom(job, await call(last));
  };
}

/** What a handler without any library makes of the last answer: a list joins the cards that stand in it. */
function answerFrom({ act, body }: Job, answer: unknown): string {
  if (act !== 'list') return body;
  const { Items } = answer as { Items: { card: { S: string }; sk: { S: string } }[] };
  const next = JSON.stringify(Items.at(49)?.sk.S);
  return `{"entries":[${Items.slice(0, 50)
    .map(({ card }) => card.S)
    .join(',')}],"next":${next}}`;
}
