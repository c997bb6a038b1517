import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { environment } from '#functions/runtime/environment.ts';
import { errorFields, log } from '#functions/runtime/log.ts';
import { securityHeaders } from '#shared/http/security-headers.ts';
import { askFor } from './ask-here.ts';
import { emptyPage, filledPage } from './html.ts';
import { loadedSite, type Site } from './site.ts';

type Result = APIGatewayProxyStructuredResultV2;

/** How long the edge may keep a page; the browser asks each time, so that a new build is seen at once. */
const kept = {
  page: 'public, max-age=0, s-maxage=5, stale-while-revalidate=60, stale-if-error=86400',
  own: 'public, max-age=0, s-maxage=300, stale-if-error=86400',
  missing: 'public, max-age=0, s-maxage=5',
};

/** The first HTML of an address. What cannot be rendered is left to the browser, which then says what is the matter. */
export async function servePage(address: URL, event: APIGatewayProxyEventV2, context: Context): Promise<Result> {
  const site = await loadedSite();
  try {
    const page = await site.renderPage(address, askFor(event, context), Date.now());
    if (!page) return htmlResult(site, event, emptyPage(site), 200, kept.own);
    if (page.location !== undefined) return leadingTo(page.location, page.status);
    if (page.head === '')
      return htmlResult(site, event, emptyPage(site), page.status, page.status < 500 ? kept.missing : 'no-store');
    return htmlResult(site, event, filledPage(site, page), page.status, kept.page, page.rendered?.at);
  } catch (error) {
    log('error', 'page failed', { requestId: event.requestContext.requestId, ...errorFields(error) });
    return htmlResult(site, event, emptyPage(site), 500, 'no-store');
  }
}

/** Kept no longer than a page: what was merged may be taken apart again. */
const leadingTo = (location: string, statusCode: number): Result => ({
  statusCode,
  headers: { ...securityHeaders(environment.cognitoEndpoint), 'cache-control': kept.page, location },
});

function htmlResult(
  { hashes }: Site,
  { headers: asked }: APIGatewayProxyEventV2,
  body: string,
  statusCode: number,
  cacheControl: string,
  at?: number,
): Result {
  // The moment of rendering alone makes no other page.
  const etag = `"${createHash('sha1')
    .update(body.replace(`"at":${at}`, ''))
    .digest('base64url')}"`;
  const headers = {
    ...securityHeaders(environment.cognitoEndpoint, hashes),
    'cache-control': cacheControl,
    ...(statusCode === 200 ? { etag } : {}),
  };
  const known = asked['if-none-match']?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  if (statusCode === 200 && known) return { statusCode: 304, headers };
  return { statusCode, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' }, body };
}
