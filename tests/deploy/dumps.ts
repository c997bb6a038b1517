import assert from 'node:assert/strict';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { request } from '#infra/commands/deployment/edge-request.ts';
import { s3 } from '#infra/commands/deployment/publish.ts';
import { dumpIndex } from '#shared/dumps/schema.ts';
import { readDump } from '#tests/builders/dump.ts';
import type { Step } from './checks.ts';
import { deployed, region, run, stage } from './deployment.ts';
import { link } from './people.ts';

/** A file of the bucket, and the dumps that its index lists. */
async function stored(key: string): Promise<Buffer> {
  const { dumpsBucketName: Bucket } = await deployed();
  const { Body } = await s3(region).send(new GetObjectCommand({ Bucket, Key: key }));
  return Buffer.from((await Body?.transformToByteArray()) ?? []);
}
const kept = async () => dumpIndex.parse(JSON.parse((await stored('dumps/index.json')).toString())).dumps;

/** Reads the newest dump out of the bucket. */
async function newest() {
  const [dump] = await kept();
  assert.ok(dump);
  const names = ['manifest.json', 'README.txt', ...dump.files.map(({ name }) => name)];
  const files = new Map(
    await Promise.all(names.map(async (name) => [name, await stored(`dumps/${dump.name}/${name}`)] as const)),
  );
  return readDump((key) => files.get(key.split('/').at(-1) ?? '') ?? Buffer.alloc(0), dump.name);
}

export const dumpSteps: Step[] = [
  [
    'the scheduled job makes a dump with its own rights, and the edge gives it out as the files it is',
    async () => {
      const { FunctionError, Payload } = await new LambdaClient({ region }).send(
        new InvokeCommand({ FunctionName: `commonplace-${stage}-jobs`, Payload: JSON.stringify({ job: 'dump' }) }),
      );
      assert.equal(FunctionError, undefined, Payload?.transformToString() ?? '');
      const { rows } = await newest();
      assert.ok(rows.items.some(({ id }) => id === link.id));
      const { edgeName } = await deployed();
      const ask = (path: string) => request(`https://${edgeName}${path}`, {}, process.env.AWS_ENDPOINT_URL);
      const index = await ask('/dumps/index.json');
      assert.equal(index.status, 200);
      assert.equal(dumpIndex.parse(JSON.parse(index.text)).dumps.length, 1);
      const nothing = await ask('/dumps/nothing.json');
      assert.ok(nothing.status >= 400 && !nothing.text.includes('<html'), nothing.text);
    },
  ],
  [
    'a job that is none fails',
    async () => {
      const { FunctionError } = await new LambdaClient({ region }).send(
        new InvokeCommand({ FunctionName: `commonplace-${stage}-jobs`, Payload: JSON.stringify({ job: 'rest' }) }),
      );
      assert.ok(FunctionError);
    },
  ],
  [
    'dump makes another from here, and says where it is',
    async () => {
      const printed = await run('dump', ['--stage', stage, '--region', region]);
      const [{ name } = { name: '' }, ...earlier] = await kept();
      assert.ok(printed.includes(`s3://${(await deployed()).dumpsBucketName}/dumps/${name}/`), printed);
      assert.equal(earlier.length, 1);
    },
  ],
];
