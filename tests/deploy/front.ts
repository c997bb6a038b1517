import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { request } from '#infra/commands/deployment/edge-request.ts';
import { deployed } from './deployment.ts';

const emulator = process.env.AWS_ENDPOINT_URL ?? '';
const passed = ['authorization', 'content-type', 'idempotency-key', 'if-none-match', 'accept', 'sec-fetch-site'];

/**
 * Stands where a visitor's browser finds the edge: the emulator's own leads to its buckets only. Files come from there,
 * everything else from the gateway, with what the edge says of itself, and cookies for the session alone.
 */
export async function startFront(): Promise<{ url: string; stop: () => Promise<void> }> {
  const { apiUrl, edgeName, edgeKey } = await deployed();
  const server = createServer((asked, answer) => {
    void (async () => {
      const { url = '/', method = 'GET', headers } = asked;
      const isSession = /^\/api\/session(\?|$)/.test(url);
      const isFile = /^\/(assets\/|config\.json|favicon\.svg|dumps\/)/.test(url);
      const sent = Object.fromEntries(
        [...passed, ...(isSession ? ['cookie'] : [])].flatMap((name) =>
          headers[name] ? [[name, String(headers[name])]] : [],
        ),
      );
      const body = (await buffer(asked)).toString();
      const got = await request(
        (isFile ? `https://${edgeName}` : apiUrl) + url,
        {
          method,
          headers: { ...sent, ...(isFile ? {} : { 'x-commonplace-edge': edgeKey, 'x-commonplace-host': edgeName }) },
          ...(body ? { body } : {}),
        },
        emulator,
      );
      const { 'content-length': _length, 'transfer-encoding': _encoding, connection: _kept, ...back } = got.headers;
      answer.writeHead(got.status, back).end(got.status === 304 ? undefined : got.text);
    })().catch(() => answer.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
