import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { environment } from '#functions/runtime/environment.ts';
import { AppError } from '#shared/app-error.ts';

/**
 * The address that the visitor's browser shows. The edge says under which name it was asked, and proves that it is
 * the edge: under the gateway's own name there are no pages.
 * @throws route_not_found
 */
export function addressOf({ headers, rawPath, rawQueryString }: APIGatewayProxyEventV2): URL {
  const { edgeKey } = environment;
  if (edgeKey && headers['x-commonplace-edge'] !== edgeKey) throw new AppError('route_not_found');
  const host = headers['x-commonplace-host'] ?? headers.host ?? '';
  const origin = `${edgeKey ? 'https' : 'http'}://${host}`;
  const query = rawQueryString ? `?${rawQueryString}` : '';
  return URL.parse(`${encoded(rawPath)}${query}`, origin) ?? missing();
}

function missing(): never {
  throw new AppError('route_not_found');
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
