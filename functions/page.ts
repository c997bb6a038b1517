import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { AppError } from '#shared/app-error.ts';
import { problems, requestLog } from './http/http-function.ts';
import { addressOf } from './pages/address.ts';
import { robots } from './pages/robots.ts';
import { servePage } from './pages/serve-page.ts';

/** Serves the first HTML of every address outside the API, and what robots ask for. */
async function serve(event: APIGatewayProxyEventV2, context: Context): Promise<APIGatewayProxyStructuredResultV2> {
  const { method } = event.requestContext.http;
  if (method !== 'GET' && method !== 'HEAD') throw new AppError('method_not_allowed');
  const address = addressOf(event);
  if (address.pathname.startsWith('/api/')) throw new AppError('route_not_found');
  if (address.pathname === '/robots.txt') return robots(address.origin);
  if (/^\/sitemap/.test(address.pathname)) {
    const { sitemap } = await import('./pages/sitemap.ts');
    return sitemap(address, new Date());
  }
  return servePage(address, event, context);
}

export const handler = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
  .use(requestLog)
  .use(problems)
  .handler(serve);
