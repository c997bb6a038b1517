import { join } from 'node:path';
import { functionsDirectory } from '#infra/build/functions.ts';
import { pageDirectory, siteDirectory } from '#infra/build/site.ts';
import { type HttpFunction, startGateway } from '#infra/local/gateway.ts';
import { builtSite } from '#infra/local/site.ts';
import { type StreamFunction, startStream } from '#infra/local/stream.ts';
import { createTokenMint } from '#tests/setup/tokens.ts';

/** What a server is started with: who will send tokens, and whether the table's stream is projected here too. */
export type Start = { subs: string[]; stream?: boolean; site?: boolean };
export type Ready = { url: string; tokens: string[] };
export type Usage = { cpu: number; rss: number };

const nobodySignsIn = { region: '', userPoolId: '', userPoolClientId: '', cognitoEndpoint: 'http://127.0.0.1:9' };

const built = async (name: string) =>
  ((await import(join(functionsDirectory, name, 'index.mjs'))) as { handler: unknown }).handler;

/** The functions as built, behind the local gateway, in a process of their own. */
process.once('message', ({ subs, stream, site }: Start) => {
  void (async () => {
    const mint = await createTokenMint();
    process.env.PAGE_DIRECTORY = pageDirectory;
    const [read, write, page, projector] = await Promise.all(['read', 'write', 'page', 'projector'].map(built));
    const gateway = await startGateway({
      tokens: mint.rules,
      functions: { read: read as HttpFunction, write: write as HttpFunction, page: page as HttpFunction },
      ...(site ? { site: builtSite(siteDirectory, nobodySignsIn) } : {}),
    });
    const feed = stream
      ? await startStream({
          endpoint: process.env.DYNAMODB_ENDPOINT ?? '',
          tableName: process.env.TABLE_NAME ?? '',
          project: projector as StreamFunction,
        })
      : undefined;
    process.on('message', (wish: 'usage' | 'drain') => {
      void (async () => {
        if (wish === 'drain') await feed?.drain();
        const { user, system } = process.cpuUsage();
        process.send?.({ cpu: (user + system) / 1e6, rss: process.memoryUsage.rss() } satisfies Usage);
      })();
    });
    const tokens = await Promise.all(subs.map((sub) => mint.accessToken(sub)));
    process.send?.({ url: gateway.url.replace('localhost', '127.0.0.1'), tokens } satisfies Ready);
  })();
});
process.once('disconnect', () => process.exit());
