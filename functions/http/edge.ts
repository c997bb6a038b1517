import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { environment } from '#functions/runtime/environment.ts';

type Asked = Pick<APIGatewayProxyEventV2, 'headers'>;

/** Whether the edge passed this on, so that it is believed who the visitor is and what they visit. */
export function isFromEdge({ headers }: Asked): boolean {
  const { edgeKey } = environment;
  return edgeKey !== undefined && headers['x-commonplace-edge'] === edgeKey;
}

/** In the cloud everything comes over TLS, on one's own machine nothing. */
export const isSecure = (): boolean => environment.edgeKey !== undefined;

/**
 * The origin that the visitor's browser shows: the edge says under which name it was asked. It overwrites what a visitor
 * says there for pages and for `/api/session` only: elsewhere this must not be asked.
 */
export function visitedOrigin(event: Asked): string {
  const { 'x-commonplace-host': visited, host } = event.headers;
  return `${isSecure() ? 'https' : 'http'}://${(isFromEdge(event) ? visited : undefined) ?? host}`;
}
