import { setTimeout as sleep } from 'node:timers/promises';
import { request } from './edge-request.ts';
import type { Deployed } from './outputs.ts';

/**
 * Asks a deployment what a first visitor would. An emulator's edge leads nowhere but to its buckets, so that there the
 * gateway is asked itself, as the edge would.
 *
 * @throws which answer was not as it should be
 */
export async function smokeTest(
  { edgeName, apiUrl, edgeKey, userPoolId }: Deployed,
  emulator?: string,
): Promise<number> {
  const edge = `https://${edgeName}`;
  const checks: [string, string, (answer: Awaited<ReturnType<typeof request>>) => boolean][] = [
    ['the page', '/', ({ status, text }) => status === 200 && text.includes('id="rendered"')],
    ['an address of the site', '/how-ranking-works', ({ status, text }) => status === 200 && text.includes('<html')],
    [
      'the content policy',
      '/',
      ({ headers }) => headers['content-security-policy']?.includes("default-src 'none'") ?? false,
    ],
    ['the configuration', '/config.json', ({ status, text }) => status === 200 && text.includes(userPoolId)],
    ['a listing', '/api/rankings', ({ status, text }) => status === 200 && text.includes('"entries"')],
    ['the refusal of who is not signed in', '/api/me', ({ status }) => status === 401],
    [
      'the answer to an unknown operation',
      '/api/no-such-thing',
      ({ status, text }) => status === 404 && text.includes('route_not_found'),
    ],
  ];
  for (const [name, path, isRight] of checks) {
    const isFile = path === '/config.json';
    const at = emulator && !isFile ? apiUrl : edge;
    const headers: Record<string, string> =
      emulator && !isFile ? { 'x-commonplace-edge': edgeKey, 'x-commonplace-host': edgeName } : {};
    // A new edge takes a moment until all of it knows.
    for (let tries = 0; ; tries++) {
      const answer = await request(at + path, { headers }, emulator).catch((error: Error) => error);
      if (!(answer instanceof Error) && isRight(answer)) break;
      if (tries >= (emulator ? 1 : 12)) {
        const said = answer instanceof Error ? answer.message : `${answer.status} ${answer.text.slice(0, 200)}`;
        throw new Error(`It is deployed, but ${name} (${at}${path}) is not as it should be: ${said}`);
      }
      await sleep(emulator ? 500 : 5000);
    }
  }
  return checks.length;
}
