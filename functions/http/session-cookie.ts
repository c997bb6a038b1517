import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { AppError } from '#shared/app-error.ts';
import { isFromOwnPage, setCookie, tokenIn } from '#shared/sessions/rules.ts';
import { isSecure, visitedOrigin } from './edge.ts';

/** The refresh token that the visitor's browser keeps for us, and what becomes of it with the answer. */
export type SessionCookie = {
  readonly token: string | undefined;
  keep: (token: string) => void;
  clear: () => void;
};

/** The Set-Cookie header that an event's answer takes along, a refusal too. */
const answered = new WeakMap<APIGatewayProxyEventV2, string>();

/**
 * Opens the cookie of a request. The browser sends it by itself, so what another site's page asks is refused.
 * @throws foreign_origin
 */
export function sessionCookie(event: APIGatewayProxyEventV2): SessionCookie {
  if (!isFromOwnPage(event.headers, visitedOrigin(event))) throw new AppError('foreign_origin');
  // API Gateway takes cookies out of their header; the emulator that deployments are tried on leaves them there.
  const cookies = event.cookies ?? event.headers.cookie?.split(/; */) ?? [];
  return {
    token: tokenIn(cookies, isSecure()),
    keep: (token) => void answered.set(event, setCookie(token, isSecure())),
    clear: () => void answered.set(event, setCookie(undefined, isSecure())),
  };
}

type Answered = { event: APIGatewayProxyEventV2; response?: APIGatewayProxyStructuredResultV2 | null };
const send = ({ event, response }: Answered): void => {
  const cookie = answered.get(event);
  if (response && cookie) response.cookies = [cookie];
};

/** Puts what became of the cookie on the answer. */
export const sessionCookies: MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> = {
  after: send,
  onError: send,
};
