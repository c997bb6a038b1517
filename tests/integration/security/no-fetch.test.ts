import { globSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operations } from '#shared/capabilities.ts';
import { as, call } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
  await as('alice').done('chooseHandle', { body: { handle: 'alice' } });
});
afterAll(() => system.stop());

/** Ways to write an address of the machine itself, of its network, or of the cloud's metadata. */
const inward = (port: number) => [
  `http://127.0.0.1:${port}/`,
  `http://localhost:${port}/`,
  `http://LOCALHOST:${port}/`,
  `http://localhost.:${port}/`,
  `http://127.1:${port}/`,
  `http://127.0.1:${port}/`,
  `http://2130706433:${port}/`,
  `http://0x7f000001:${port}/`,
  `http://0x7f.1:${port}/`,
  `http://0177.0.0.1:${port}/`,
  `http://017700000001:${port}/`,
  `http://0.0.0.0:${port}/`,
  `http://0:${port}/`,
  `http://[::1]:${port}/`,
  `http://[::]:${port}/`,
  `http://[::ffff:127.0.0.1]:${port}/`,
  `http://[::ffff:7f00:1]:${port}/`,
  `http://[0:0:0:0:0:ffff:127.0.0.1]:${port}/`,
  `http://①②⑦.⓪.⓪.①:${port}/`,
  `http://127。0。0。1:${port}/`,
  `http://127.0.0.1.nip.io:${port}/`,
  `http://localtest.me:${port}/`,
  `http://user:secret@127.0.0.1:${port}/`,
  `http://example.org@127.0.0.1:${port}/`,
  `http://127.0.0.1:${port}#@example.org/`,
  `http://127.0.0.1:${port}\\@example.org/`,
  'http://169.254.169.254/latest/meta-data/iam/security-credentials/',
  'http://169.254.170.2/v2/credentials/',
  'http://[fd00:ec2::254]/latest/meta-data/',
  'http://metadata.google.internal/',
  'http://2852039166/',
  'http://10.0.0.1/',
  'http://172.16.0.1/',
  'http://192.168.0.1/',
  'http://100.64.0.1/',
  'http://[fc00::1]/',
  'http://[fe80::1%25eth0]/',
  'file:///etc/passwd',
  `gopher://127.0.0.1:${port}/_GET`,
  'dict://127.0.0.1:11211/stats',
  'ftp://127.0.0.1/',
  'jar:http://127.0.0.1!/',
  'data:text/html,x',
  'javascript:fetch(1)',
];

test('no address that somebody hands in is ever visited by the server, in whatever field', async () => {
  const visits: string[] = [];
  const server = createServer((request, response) => {
    visits.push(request.url ?? '');
    response.end('caught');
  });
  server.on('connection', () => visits.push('connected'));
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  try {
    for (const [index, url] of inward(port).entries()) {
      const kinds = [
        { kind: 'link', fields: { url, title: `Inward ${index}`, favicon: url } },
        { kind: 'book', fields: { title: `Inward ${index}`, cover: url } },
        {
          kind: 'place',
          fields: { name: `Inward ${index}`, position: { latitude: 1, longitude: index }, website: url, picture: url },
        },
      ];
      for (const body of kinds) {
        const made = await call(operations.createItem, { body }, 'alice');
        expect(made.status, `${body.kind} ${url}`).toBeLessThan(500);
      }
      const found = await call(operations.findItem, { query: { value: url } });
      expect(found.status, url).toBeLessThan(500);
      const text = `![x](${url}) [x](${url}) <${url}>`;
      const id = await target();
      expect(
        (await call(operations.postReview, { params: { itemId: id }, body: { rating: 1, text } }, 'alice')).status,
        url,
      ).toBeLessThan(500);
    }
    await system.settle();
    expect(visits).toEqual([]);
  } finally {
    server.close();
  }
});

let of: string | undefined;
async function target(): Promise<string> {
  of ??= (await as('alice').done('createItem', { body: { kind: 'book', fields: { title: 'A book to review' } } })).item
    .id;
  return of;
}

test('what is deployed opens connections to its own table, storage, search, model, user pool and the hosts that claims are proven at, and nowhere else', () => {
  const opens =
    /\bfetch\(|from 'node:(?:https?|net|tls|http2|dgram|dns)|getBuiltinModule|new (?:S3|DynamoDB)Client\(|XMLHttpRequest|WebSocket/;
  const found = globSync('{functions,shared}/**/*.ts').filter((file) => opens.test(readFileSync(file, 'utf8')));
  expect(found.sort()).toEqual(allowed);
});
const allowed = [
  // The hosts of items whose owners prove that they are theirs: public ones alone, see claims/proof.
  'functions/claims/proof/network.ts',
  // What an address is, without asking anything.
  'functions/claims/proof/public-address.ts',
  // The buckets of dumps.
  'functions/runtime/bucket.ts',
  // The table.
  'functions/runtime/connection.ts',
  'functions/runtime/document-client.ts',
  // The search's bucket, and what a deploy may switch on (OpenSearch, Bedrock), at the addresses of the configuration.
  'functions/runtime/signed-request.ts',
  // The user pool, at the address of the configuration.
  'functions/runtime/user-pool.ts',
];
