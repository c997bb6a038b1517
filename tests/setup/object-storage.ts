import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type Stored = { body: Buffer; contentType: string | undefined; cacheControl: string | undefined };

/** Object storage on a loopback port, as much of it as is used here: put, get, list in pages of five, remove. */
export type ObjectStorage = {
  endpoint: string;
  /** By bucket and key. */
  files: Map<string, Stored>;
  /** Refuses the next requests to put a key that ends so. */
  refuse: (ending: string | undefined) => void;
  stop: () => Promise<void>;
};

export async function startObjectStorage(): Promise<ObjectStorage> {
  const files = new Map<string, Stored>();
  let refused: string | undefined;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://storage');
      const [, bucket = '', ...rest] = url.pathname.split('/').map(decodeURIComponent);
      const name = `${bucket}/${rest.join('/')}`;
      const xml = (status: number, text: string) => {
        response.writeHead(status, { 'content-type': 'application/xml' }).end(`<?xml version="1.0"?>${text}`);
      };
      if (request.method === 'PUT') {
        if (refused && name.endsWith(refused)) return xml(403, '<Error><Code>AccessDenied</Code></Error>');
        const { 'content-type': contentType, 'cache-control': cacheControl } = request.headers;
        files.set(name, { body: Buffer.concat(chunks), contentType, cacheControl });
        return response.writeHead(200, { etag: '"1"' }).end();
      }
      if (request.method === 'POST') {
        for (const [, key] of Buffer.concat(chunks)
          .toString()
          .matchAll(/<Key>(.*?)<\/Key>/g))
          files.delete(`${bucket}/${key}`);
        return xml(200, '<DeleteResult/>');
      }
      if (url.searchParams.has('list-type')) {
        const begins = `${bucket}/${url.searchParams.get('prefix') ?? ''}`;
        const after = url.searchParams.get('continuation-token') ?? '';
        const names = [...files.keys()].filter((key) => key.startsWith(begins) && key > after).sort();
        const page = names.slice(0, 5);
        const contents = page.map((key) => `<Contents><Key>${key.slice(bucket.length + 1)}</Key></Contents>`).join('');
        const next = names.length > 5 ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
        return xml(200, `<ListBucketResult>${contents}${next}</ListBucketResult>`);
      }
      const found = files.get(name);
      if (!found) return xml(404, '<Error><Code>NoSuchKey</Code></Error>');
      response.writeHead(200, { 'content-length': found.body.length }).end(found.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    files,
    refuse: (ending) => {
      refused = ending;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
