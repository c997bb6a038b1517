import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { AppError } from '#shared/app-error.ts';
import { securityHeaders } from '#shared/http/security-headers.ts';
import { problems, requestLog } from './http/http-function.ts';
import { pageAddress } from './pages/address.ts';
import { robots } from './pages/robots.ts';
import { servePage } from './pages/serve-page.ts';
import { environment } from './runtime/environment.ts';

/** Serves the first HTML of every address outside the API, and what robots ask for. */
async function serve(event: APIGatewayProxyEventV2, context: Context): Promise<APIGatewayProxyStructuredResultV2> {
  const { method } = event.requestContext.http;
  if (method !== 'GET' && method !== 'HEAD') throw new AppError('method_not_allowed');
  const address = pageAddress(event);
  if (address.pathname.startsWith('/api/')) throw new AppError('route_not_found');
  if (address.pathname === '/robots.txt') return secured(robots(address.origin));
  if (/^\/sitemap/.test(address.pathname)) {
    const { sitemap } = await import('./pages/sitemap.ts');
    return secured(await sitemap(address, new Date()));
  }
  if (address.pathname.startsWith('/feeds/')) {
    const { serveFeed } = await import('./feeds/serve-feed.ts');
    return secured(await serveFeed(address, event, context, new Date()));
  }
  return servePage(address, event, context);
}

/** With the headers of every file of the site; pages bring their own. */
function secured(result: APIGatewayProxyStructuredResultV2): APIGatewayProxyStructuredResultV2 {
  return { ...result, headers: { ...securityHeaders(environment.cognitoEndpoint), ...result.headers } };
}

export const handler = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
  .use(requestLog)
  .use(problems)
  .handler(serve);
