import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { problemResponse } from '#functions/http/response.ts';
import { AppError } from '#shared/app-error.ts';
import { allOperations } from '#shared/capabilities.ts';
import { authorize, type TokenRules } from './authorizer.ts';
import { type HttpEvent, httpEvent, maxBodyBytes, readBody, splitTarget } from './http-event.ts';
import { lambdaContext } from './lambda-context.ts';
import { routeTable } from './route-table.ts';
import type { Site } from './site.ts';

/** A Lambda function behind the HTTP API. */
export type HttpFunction = (event: HttpEvent, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;

type Options = {
  port?: number;
  tokens: TokenRules;
  /** `page` answers what is neither an operation nor a file. */
  functions: { read: HttpFunction; write: HttpFunction; page?: HttpFunction };
  /** The site's files. */
  site?: Site;
  /** Told what a function threw past its own error handling. */
  onFault?: (error: unknown) => void;
};

export type Gateway = { server: Server; port: number; url: string; stop: () => Promise<void> };

const route = routeTable(allOperations);

/** Starts what stands between browser and functions in the cloud: edge, routes and token check in one. */
export async function startGateway(options: Options): Promise<Gateway> {
  const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
    const requestId = randomUUID();
    request.on('error', () => {});
    response.on('error', () => {});
    answer(request, response, requestId, options).catch((error: unknown) => {
      // Who asked has gone: before all of it was here, or before it was read.
      if (request.destroyed && (!request.complete || (error as NodeJS.ErrnoException).code === 'ECONNRESET')) return;
      if (!(error instanceof AppError)) options.onFault?.(error);
      const problem = error instanceof AppError ? error : new AppError('internal_error');
      send(request, response, problemResponse(problem, requestId));
    });
  });
  server.on('clientError', refuseMalformed);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: options.port ?? 0, host: '127.0.0.1' }, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 500).unref();
    });
  return { server, port, url: `http://localhost:${port}`, stop };
}

async function answer(request: IncomingMessage, response: ServerResponse, requestId: string, options: Options) {
  const { path } = splitTarget(request.url ?? '/');
  if (!/^\/api(\/|$)/.test(path)) {
    if (await options.site?.(request, response)) return;
    if (!options.functions.page) throw new AppError('route_not_found');
    const event = asJson(httpEvent({ request, body: await readBody(request), requestId, authorizer: undefined }));
    return send(request, response, await options.functions.page(event, lambdaContext('page', requestId)));
  }
  const match = route(request.method ?? 'GET', path);
  const { auth } = match.operation;
  const isSession = auth === 'person' && !match.byToken;
  const authorizer = isSession ? await authorize(request.headers.authorization, options.tokens) : undefined;
  const body = await readBody(request);
  const event = asJson(httpEvent({ request, match, body, requestId, authorizer }));
  const name = auth === 'public' ? 'read' : 'write';
  send(request, response, await options.functions[name](event, lambdaContext(name, requestId)));
}

/** Lambda receives its event as JSON: nothing that JSON cannot say may reach a function here either. */
const asJson = (event: HttpEvent) => JSON.parse(JSON.stringify(event)) as HttpEvent;

function send(request: IncomingMessage, response: ServerResponse, result: APIGatewayProxyStructuredResultV2): void {
  if (response.headersSent || response.destroyed) return void response.destroy();
  const body = Buffer.from(result.body ?? '', result.isBase64Encoded ? 'base64' : 'utf8');
  const headers: Record<string, string | number | string[]> =
    result.statusCode === 304 ? {} : { 'content-length': body.length };
  for (const [name, value] of Object.entries(result.headers ?? {})) headers[name.toLowerCase()] = String(value);
  if (result.cookies) headers['set-cookie'] = result.cookies;
  // A body too large to read ends its connection, a little later, so that the sender still gets the answer.
  if (isEndless(request)) {
    headers.connection = 'close';
    setTimeout(() => request.destroy(), 1000).unref();
  }
  response.writeHead(result.statusCode ?? 200, headers);
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Whether more of a body may follow than anyone will read. */
function isEndless({ complete, headers }: IncomingMessage): boolean {
  return (
    !complete && (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > maxBodyBytes)
  );
}

/** Answers bytes that are no HTTP request. */
function refuseMalformed(error: NodeJS.ErrnoException, socket: import('node:stream').Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const { headers, body = '' } = problemResponse(
    new AppError('invalid_input', 'This is not a valid HTTP request'),
    randomUUID(),
  );
  const lines = Object.entries({ ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' });
  socket.end(
    `HTTP/1.1 400 Bad Request\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`,
  );
}
