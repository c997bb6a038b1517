import middy, { type MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { personIdOf } from '#functions/people/identity.ts';
import { errorFields, log } from '#functions/runtime/log.ts';
import { beforeAdmission, withAdmission } from '#functions/table/admission.ts';
import { isBusy, isConflict } from '#functions/table/failures.ts';
import { AppError } from '#shared/app-error.ts';
import { type OperationName, operations } from '#shared/capabilities.ts';
import type { Auth, Operation } from '#shared/operation.ts';
import { routesOf } from '#shared/tokens/rules.ts';
import type { Scope } from '#shared/tokens/schema.ts';
import { admit } from './admission.ts';
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
    } else if (isBusy(error) || isConflict(error)) {
      log('warn', 'busy', { requestId, routeKey: request.event.routeKey, ...errorFields(error) });
      request.response = problemResponse(new AppError('try_again'), requestId);
    } else {
      log('error', 'failed', { requestId, routeKey: request.event.routeKey, ...errorFields(error) });
      request.response = problemResponse(new AppError('internal_error'), requestId);
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

/**
 * A Lambda function that serves these operations behind the HTTP API, by the contract; those that an API token may call
 * with what says whose it is.
 */
export function httpFunction(handlers: Partial<Handlers<Auth>>, tokenCaller?: TokenCaller) {
  const served = new Map<string, Served>();
  for (const [name, run] of Object.entries(handlers)) {
    for (const { operation, path, byToken } of routesOf([operations[name as OperationName]])) {
      served.set(`${operation.method} ${path}`, { operation, byToken, run: run as Served['run'] });
    }
  }

  const serve = async (event: Event): Promise<Result> => {
    const found = served.get(event.routeKey);
    if (!found) throw new AppError('route_not_found');
    const { operation, byToken, run } = found;
    const { requestId } = event.requestContext;
    const now = new Date();
    const caller = byToken && operation.scope ? await tokenCaller?.(event, operation.scope, now) : callerOf(event);
    if (operation.auth === 'person' && !caller) throw new AppError('sign_in_required');
    const cookie = operation.auth === 'cookie' ? sessionCookie(event) : undefined;
    const input = readInput(operation, event);
    // Only writes to the table wait for an admission: what asks the user pool waits here.
    if (cookie) await admit(operation, event, undefined, now);
    const work = () => run(input, { now, requestId, caller, cookie });
    const output = await (caller && operation.method !== 'GET'
      ? withAdmission(
          beforeAdmission(() => admit(operation, event, caller, now)),
          work,
        )
      : work());
    const text = output instanceof WrittenJson ? output.text : JSON.stringify(output);
    return jsonResponse(text, operation.freshness, { requestId, ifNoneMatch: event.headers['if-none-match'] });
  };

  // onError runs last to first: the problem is written before the log line reads its status.
  return middy<Event, Result>().use(requestLog).use(sessionCookies).use(problems).handler(serve);
}
