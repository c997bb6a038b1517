import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { isFromEdge, isSecure, visitedOrigin } from '#functions/http/edge.ts';
import { AppError } from '#shared/app-error.ts';

/**
 * The address of a page that the visitor's browser shows. Under the gateway's own name there are none, and a page has
 * one spelling: another would be another entry in the edge's cache.
 * @throws route_not_found
 */
export function pageAddress(event: APIGatewayProxyEventV2): URL {
  if (isSecure() && !isFromEdge(event)) throw new AppError('route_not_found');
  const address = URL.parse(visitedOrigin(event));
  const path = encoded(event.rawPath);
  if (address?.pathname !== '/') throw new AppError('route_not_found');
  // Set as a path: whatever it begins with, it names no other host.
  address.pathname = path;
  address.search = event.rawQueryString;
  if (address.pathname !== path || path.includes('//')) throw new AppError('route_not_found');
  return address;
}

/** The gateway hands a path on as it came or decoded, as it likes; this is encoded, once. */
function encoded(path: string): string {
  return path
    .split('/')
    .map((part) => {
      try {
        return encodeURIComponent(decodeURIComponent(part));
      } catch {
        return encodeURIComponent(part.toWellFormed());
      }
    })
    .join('/')
    .replaceAll('%40', '@');
}
