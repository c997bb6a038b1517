import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { handler as read } from '#functions/read.ts';
import { operations } from '#shared/capabilities.ts';
import type { Ask } from '#shared/pages/schema.ts';

/** Asks public operations as the gateway would, of the same function, on behalf of a request for a page. */
export function askFor(event: APIGatewayProxyEventV2, context: Parameters<typeof read>[1]): Ask {
  return async (name, { params = {}, query = {} }) => {
    const { method, path, auth } = operations[name];
    // A page is everybody's. What is asked here has no caller.
    if (auth !== 'public' || method !== 'GET') throw new Error(`${name} is not for pages`);
    const routeKey = `${method} ${path}`;
    const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
    const answer = await read(
      {
        version: '2.0',
        routeKey,
        rawPath: path,
        rawQueryString: '',
        headers: {},
        pathParameters: params,
        queryStringParameters: given,
        requestContext: { ...event.requestContext, routeKey },
        isBase64Encoded: false,
      },
      context,
    );
    return { status: answer.statusCode ?? 500, body: JSON.parse(answer.body ?? 'null') as unknown };
  };
}
