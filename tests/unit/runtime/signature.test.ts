import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SignatureV4 } from '@smithy/signature-v4';
import type { AwsCredentialIdentity, HttpRequest } from '@smithy/types';
import { expect, test } from 'vitest';
import { Signature } from '#functions/runtime/signature.ts';

const region = 'eu-central-1';
const identity = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };
const signingDate = new Date('2026-11-23T23:59:59.999Z');

const request = (more: { host?: string; body?: string; headers?: Record<string, string> } = {}): HttpRequest => ({
  method: 'POST',
  protocol: 'https:',
  hostname: 'dynamodb.eu-central-1.amazonaws.com',
  path: '/',
  query: {},
  headers: {
    host: more.host ?? 'dynamodb.eu-central-1.amazonaws.com',
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': 'DynamoDB_20120810.GetItem',
    ...more.headers,
  },
  body: more.body ?? '{"TableName":"t","Key":{"pk":{"S":"I#1"},"sk":{"S":"FACT"}}}',
});

/** What the SDK's own signer adds, of the same headers. */
function signedBySdk(asked: HttpRequest, credentials: AwsCredentialIdentity, date: Date): Promise<HttpRequest> {
  const { sha256 } = new DynamoDBClient({ region }).config;
  const signer = new SignatureV4({ service: 'dynamodb', region, credentials, sha256, applyChecksum: false });
  return signer.sign(asked, { signingDate: date, unsignableHeaders: new Set(['content-length', 'amz-sdk-request']) });
}

test.each<[string, HttpRequest, AwsCredentialIdentity, Date]>([
  ['a plain request', request(), identity, signingDate],
  ['a session token', request(), { ...identity, sessionToken: 'IQoJb3JpZ2luX2VjE+/==%20&x' }, signingDate],
  ['a body in many scripts', request({ body: '{"a":{"S":"Größe ∞ 東京 😀 \\u0000 \\"=+/%"}}' }), identity, signingDate],
  ['an empty body', request({ body: '' }), identity, signingDate],
  ['a host with a port', request({ host: '127.0.0.1:8000' }), identity, signingDate],
  ['odd keys', request(), { accessKeyId: 'A%2B ü', secretAccessKey: ' =+/ü😀\n' }, signingDate],
  ['a secret longer than a block', request(), { ...identity, secretAccessKey: 'k'.repeat(200) }, signingDate],
  ['the first moment of a year', request(), identity, new Date('2027-01-01T00:00:00Z')],
  [
    'headers that need no signature',
    request({ headers: { 'content-length': '60', 'amz-sdk-request': 'attempt=1; max=4' } }),
    identity,
    signingDate,
  ],
])('%s is signed byte for byte as the SDK does it', async (_, asked, credentials, date) => {
  const signature = new Signature(region, () => Promise.resolve(credentials));

  const signed = await signature.sign(asked, { signingDate: date });

  expect(signed).toEqual({ ...(await signedBySdk(asked, credentials, date)) });
});

test('the key of a day is not used on another day, nor for another secret', async () => {
  let credentials = identity;
  const signature = new Signature(region, () => Promise.resolve(credentials));
  const tomorrow = new Date(signingDate.getTime() + 1);
  await signature.sign(request(), { signingDate });

  const next = await signature.sign(request(), { signingDate: tomorrow });
  credentials = { ...identity, secretAccessKey: 'another' };
  const other = await signature.sign(request(), { signingDate: tomorrow });

  expect(next.headers).toEqual((await signedBySdk(request(), identity, tomorrow)).headers);
  expect(other.headers).toEqual((await signedBySdk(request(), credentials, tomorrow)).headers);
});

test('signing again, as before another try, leaves nothing of the first', async () => {
  let credentials: AwsCredentialIdentity = { ...identity, sessionToken: 'first' };
  const signature = new Signature(region, () => Promise.resolve(credentials));
  const asked = request();
  await signature.sign(asked, { signingDate });
  credentials = identity;

  const again = await signature.sign(asked, { signingDate });

  expect(again.headers).toEqual((await signedBySdk(request(), identity, signingDate)).headers);
});
