import assert from 'node:assert/strict';
import { request } from '#infra/commands/deployment/edge-request.ts';
import type { Step } from './checks.ts';
import { call, deployed } from './deployment.ts';
import { signUp } from './people.ts';

type Got = { status: number; cookie: string | undefined; body: Record<string, unknown> };

/** Asks as a browser does through the edge. */
async function ask(method: string, sent: { cookie?: string; origin?: string; body?: object } = {}): Promise<Got> {
  const { apiUrl, edgeKey, edgeName } = await deployed();
  const { status, headers, text } = await request(
    `${apiUrl}/api/session`,
    {
      method,
      headers: {
        'x-commonplace-edge': edgeKey,
        'x-commonplace-host': edgeName,
        origin: sent.origin ?? `https://${edgeName}`,
        ...(sent.cookie ? { cookie: sent.cookie } : {}),
        ...(sent.body ? { 'content-type': 'application/json' } : {}),
      },
      ...(sent.body ? { body: JSON.stringify(sent.body) } : {}),
    },
    process.env.AWS_ENDPOINT_URL,
  );
  return { status, cookie: headers['set-cookie'], body: JSON.parse(text) as Record<string, unknown> };
}

export const sessionSteps: Step[] = [
  [
    'a session is kept, renewed and ended by its cookie, which no script can read and no other site can use',
    async () => {
      const { refresh } = await signUp('selma');
      const kept = await ask('PUT', { body: { refreshToken: refresh } });
      assert.equal(kept.status, 200, JSON.stringify(kept.body));
      assert.match(
        kept.cookie ?? '',
        /^__Secure-session=[^;]+; Path=\/api\/session; Max-Age=2592000; HttpOnly; SameSite=Strict; Secure$/,
      );
      const cookie = `theme=dark; ${kept.cookie?.split(';')[0]}`;

      const foreign = await ask('POST', { cookie, origin: 'https://elsewhere.example' });
      assert.deepEqual([foreign.status, foreign.body.code], [403, 'foreign_origin']);
      const renewed = await ask('POST', { cookie });
      assert.equal(renewed.status, 200, JSON.stringify(renewed.body));
      const token = String(renewed.body.accessToken);
      assert.deepEqual(await call('GET', '/api/me', { token }), { status: 200, body: { handle: null } });

      const ended = await ask('DELETE', { cookie });
      assert.equal(ended.status, 200);
      assert.match(ended.cookie ?? '', /^__Secure-session=; .*Max-Age=0;/);
      // Whoever copied it has nothing of it.
      assert.equal((await ask('POST', { cookie })).status, 401);
      assert.equal((await ask('POST')).status, 401);
    },
  ],
];
