import middy, { type MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { personIdOf } from '#functions/people/identity.ts';
import { errorFields, log } from '#functions/runtime/log.ts';
import { beforeAdmission, withAdmission } from '#functions/table/admission.ts';
import { isBusy, isConflict, isTooLarge } from '#functions/table/failures.ts';
import { AppError } from '#shared/app-error.ts';
import type { Auth, Operation } from '#shared/operation.ts';
import { routesOf } from '#shared/tokens/rules.ts';
import type { Scope } from '#shared/tokens/schema.ts';
import { admit, refuseBanned } from './admission.ts';
import { type Caller, type Context, type Handlers, WrittenJson } from './handler.ts';
import { readInput } from './input.ts';
import { jsonResponse, problemResponse } from './response.ts';
import { type SessionCookie, sessionCookie, sessionCookies } from './session-cookie.ts';

type Event = APIGatewayProxyEventV2 & {
  requestContext: { authorizer?: { jwt?: { claims?: Record<string, unknown> } } };
};
type Result = APIGatewayProxyStructuredResultV2;
type Given = Context & { cookie: SessionCookie | undefined };
type TokenCaller = (event: Event, wanted: Scope, now: Date) => Promise<Caller>;
type Served = { operation: Operation; byToken: boolean; run: (input: unknown, context: Given) => Promise<unknown> };

/** The signed-in person, from the claims that the gateway checked. */
function callerOf(event: Event): Caller | undefined {
  const sub = event.requestContext.authorizer?.jwt?.claims?.sub;
  if (typeof sub !== 'string' || sub === '') return undefined;
  const accessToken = (event.headers.authorization ?? '').replace(/^Bearer\s+/i, '');
  return { sub, personId: personIdOf(sub), accessToken };
}

/** Turns whatever was thrown into a problem document; only what is not ours is logged whole. */
export const problems: MiddlewareObj<Event, Result> = {
  onError: (request) => {
    const { requestId } = request.event.requestContext;
    const error = request.error;
    if (error instanceof AppError) {
      request.response = problemResponse(error, requestId);
    } else {
      const code = isBusy(error) || isConflict(error) ? 'try_again' : isTooLarge(error) ? 'no_room' : 'internal_error';
      const isOurs = code === 'internal_error';
      log(isOurs ? 'error' : 'warn', isOurs ? 'failed' : code, {
        requestId,
        routeKey: request.event.routeKey,
        ...errorFields(error),
      });
      request.response = problemResponse(new AppError(code), requestId);
    }
  },
};

const started = new WeakMap<Event, number>();

const finish = (request: { event: Event; response?: Result | null }) => {
  log('info', 'request', {
    requestId: request.event.requestContext.requestId,
    routeKey: request.event.routeKey,
    status: request.response?.statusCode,
    ms: Math.round(performance.now() - (started.get(request.event) ?? performance.now())),
  });
};

/** One line a request: what was asked, what was answered, how long it took. */
export const requestLog: MiddlewareObj<Event, Result> = {
  before: (request) => {
    started.set(request.event, performance.now());
  },
  after: finish,
  onError: finish,
};

/** Who serves which route: handlers, by name, of operations of the contract. */
export function servedBy(contract: Record<string, Operation>, handlers: Partial<Handlers<Auth>>): Map<string, Served> {
  const served = new Map<string, Served>();
  for (const [name, run] of Object.entries(handlers)) {
    const declared = contract[name];
    if (!declared) throw new Error(`${name} is no operation of this part of the contract`);
    for (const { operation, path, byToken } of routesOf([declared])) {
      served.set(`${operation.method} ${path}`, { operation, byToken, run: run as Served['run'] });
    }
  }
  return served;
}

type Options = {
  atHand: Map<string, Served>;
  /** What is seldom asked for, loaded when any of it first is: no cold start pays for it, nor for its part of the contract. */
  seldom: () => Promise<{ seldom: Map<string, Served> }>;
  tokenCaller?: TokenCaller;
};

/** Runs what writes: who may not write is refused whatever else there is to say, and what is too much writes nothing. */
async function writing(work: () => Promise<unknown>, operation: Operation, event: Event, caller: Caller, now: Date) {
  const allowed = refuseBanned(operation, caller, now);
  const admission = beforeAdmission(() => Promise.all([allowed, admit(operation, event, caller, now)]));
  try {
    return await withAdmission(admission, work);
  } finally {
    await allowed;
  }
}

/** A Lambda function that serves operations behind the HTTP API, by the contract; `tokenCaller` says whose an API token is. */
export function httpFunction({ atHand, seldom, tokenCaller }: Options) {
  const serve = async (event: Event): Promise<Result> => {
    const found = atHand.get(event.routeKey) ?? (await seldom()).seldom.get(event.routeKey);
    if (!found) throw new AppError('route_not_found');
    const { operation, byToken, run } = found;
    const { requestId } = event.requestContext;
    const now = new Date();
    const caller = byToken && operation.scope ? await tokenCaller?.(event, operation.scope, now) : callerOf(event);
    if (operation.auth === 'person' && !caller) throw new AppError('sign_in_required');
    const cookie = operation.auth === 'cookie' ? sessionCookie(event) : undefined;
    const input = readInput(operation, event);
    // Only writes to the table wait for an admission: what asks the user pool, or knows nobody, waits here.
    if (cookie || (operation.auth === 'secret' && operation.method !== 'GET'))
      await admit(operation, event, undefined, now);
    const work = () => run(input, { now, requestId, caller, cookie });
    const output = await (caller && operation.method !== 'GET' ? writing(work, operation, event, caller, now) : work());
    const text = output instanceof WrittenJson ? output.text : JSON.stringify(output);
    return jsonResponse(text, operation.freshness, { requestId, ifNoneMatch: event.headers['if-none-match'] });
  };

  // onError runs last to first: the problem is written before the log line reads its status.
  return middy<Event, Result>().use(requestLog).use(sessionCookies).use(problems).handler(serve);
}
