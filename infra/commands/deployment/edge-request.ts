import { request as plain } from 'node:http';
import { request as secure } from 'node:https';

export type Answer = { status: number; headers: Record<string, string>; text: string };
type Options = { method?: string; headers?: Record<string, string>; body?: string };

/**
 * One request to a deployed address. On an emulator every host is served at its one endpoint, told apart by the
 * Host header, and `emulator` names that endpoint.
 */
export function request(url: string, options: Options = {}, emulator?: string): Promise<Answer> {
  const { host, pathname, search, protocol } = new URL(url);
  const at = new URL(emulator ?? `${protocol}//${host}`);
  const headers = emulator
    ? { ...options.headers, host, 'x-forwarded-proto': protocol.replace(':', '') }
    : options.headers;
  const open = at.protocol === 'https:' ? secure : plain;
  return new Promise((resolve, reject) => {
    const sent = open(
      {
        host: at.hostname,
        port: at.port,
        servername: at.hostname,
        path: pathname + search,
        method: options.method ?? 'GET',
        headers,
        timeout: 30_000,
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => {
          text += part;
        });
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)])),
            text,
          }),
        );
      },
    );
    sent.on('timeout', () => sent.destroy(new Error(`${url} did not answer within 30 seconds`)));
    sent.on('error', reject);
    sent.end(options.body);
  });
}
