import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';

export type Edge = { url: string; stop: () => Promise<void> };

const isText = (type = '') => /^(text\/|application\/(json|javascript|problem\+json|manifest))|\+xml/.test(type);

/** Compresses on the way what came uncompressed, as CloudFront does before the browser. */
export async function startEdge(origin: string): Promise<Edge> {
  return listen(
    createServer((asked, answer) => {
      const forward = request(
        new URL(asked.url ?? '/', origin),
        { method: asked.method, headers: asked.headers },
        (got) => {
          void buffer(got).then((bytes) => {
            const { 'transfer-encoding': _chunks, ...headers } = got.headers;
            const compress = !headers['content-encoding'] && bytes.length > 0 && isText(headers['content-type']);
            const body = compress ? gzipSync(bytes) : bytes;
            if (compress) headers['content-encoding'] = 'gzip';
            answer.writeHead(got.statusCode ?? 502, {
              ...headers,
              ...(bytes.length > 0 ? { 'content-length': String(body.length) } : {}),
            });
            answer.end(body);
          });
        },
      );
      forward.on('error', () => answer.destroy());
      asked.pipe(forward);
    }),
  );
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
