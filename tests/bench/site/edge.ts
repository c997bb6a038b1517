import { createServer, type IncomingMessage, type OutgoingHttpHeaders, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';

export type Edge = { url: string; stop: () => Promise<void> };

const isText = (type = '') => /^(text\/|application\/(json|javascript|problem\+json|manifest))|\+xml/.test(type);

type Kept = { status: number; headers: Record<string, unknown>; body: Buffer; until: number };

/**
 * Compresses on the way what came uncompressed, and keeps it as long as `s-maxage` and `stale-while-revalidate` allow:
 * as CloudFront does before the browser.
 */
export async function startEdge(origin: string): Promise<Edge> {
  const cache = new Map<string, Kept>();
  return listen(
    createServer((asked, answer) => {
      const key = `${asked.method} ${asked.url}`;
      const found = cache.get(key);
      if (found && found.until > Date.now()) return send(answer, found);
      const { 'if-none-match': _known, ...headers } = asked.headers;
      const forward = request(new URL(asked.url ?? '/', origin), { method: asked.method, headers }, (got) => {
        void buffer(got).then((bytes) => {
          const passed = compressed(got, bytes);
          if (asked.method === 'GET' && passed.until > Date.now()) cache.set(key, passed);
          send(answer, passed);
        });
      });
      forward.on('error', () => answer.destroy());
      asked.pipe(forward);
    }),
  );
}

function compressed({ headers: came, statusCode = 502 }: IncomingMessage, bytes: Buffer): Kept {
  const { 'transfer-encoding': _chunks, ...headers } = came;
  const compress = !headers['content-encoding'] && bytes.length > 0 && isText(headers['content-type']);
  const body = compress ? gzipSync(bytes) : bytes;
  if (compress) headers['content-encoding'] = 'gzip';
  if (body.length > 0) headers['content-length'] = String(body.length);
  const seconds = ['s-maxage', 'stale-while-revalidate']
    .map((name) => new RegExp(`${name}=(\\d+)`).exec(headers['cache-control'] ?? '')?.[1])
    .reduce((sum, value) => sum + Number(value ?? 0), 0);
  return { status: statusCode, headers, body, until: Date.now() + seconds * 1000 };
}

function send(answer: ServerResponse, { status, headers, body }: Kept): void {
  answer.writeHead(status, headers as OutgoingHttpHeaders).end(body);
}

/** Serves one page and nothing else. */
export async function startPage(html: string): Promise<Edge> {
  const body = gzipSync(html);
  return listen(
    createServer((asked, answer) => {
      if (asked.url !== '/') return void answer.writeHead(404).end();
      answer.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-encoding': 'gzip',
        'content-length': body.length,
      });
      answer.end(body);
    }),
  );
}

async function listen(server: ReturnType<typeof createServer>): Promise<Edge> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}
