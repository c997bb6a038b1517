import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Stands before the emulator as what ends TLS stands before AWS: it says that a request came over TLS, without
 * which the buckets' rules refuse it. (The emulator's own TLS leaves its token check without keys.)
 */
export async function startTlsFront(inner: number): Promise<{ endpoint: string; stop: () => Promise<void> }> {
  const server = createServer((incoming, outgoing) => {
    const { method, url: path } = incoming;
    const headers = { ...incoming.headers, 'x-forwarded-proto': 'https' };
    const onward = request({ host: '127.0.0.1', port: inner, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    outgoing.on('close', () => onward.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: 0, host: '127.0.0.1' }, resolve);
  });
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { endpoint: `http://localhost:${(server.address() as AddressInfo).port}`, stop };
}
