import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';

const layers = ['shared', 'functions', 'infra', 'frontend', 'tests'];
const files = layers.flatMap((layer) =>
  readdirSync(layer, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx)$/.test(name))
    .map((name) => join(layer, name)),
);
const lines = (file: string) => readFileSync(file, 'utf8').split('\n').length - 1;

test('no file is longer than 300 lines', () => {
  expect(files.filter((file) => lines(file) > 300)).toEqual([]);
});

test('no file has a name that says nothing', () => {
  const empty = /(^|\/)(utils?|helpers?|common|misc|index)(\/|\.tsx?$)/;

  expect(files.filter((file) => empty.test(file))).toEqual([]);
});

test('no file only gathers what others export', () => {
  const handedOn = /^export (\*|\{.*\}) from '(.*)';$/;
  const isBarrel = (file: string) => {
    const statements = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '' && !/^\s*(\/\/|\/?\*)/.test(line));
    const sources = new Set(statements.map((line) => handedOn.exec(line)?.[2]));
    return sources.size > 1 && !sources.has(undefined);
  };

  expect(files.filter(isBarrel)).toEqual([]);
});

test('DynamoDB commands are sent from table files only', () => {
  const command = /\b(Get|Put|Update|Delete|Query|Scan|BatchGet|BatchWrite|TransactWrite|TransactGet)(Item)?Command\b/;
  const elsewhere = files.filter((file) => file.startsWith('functions/') && basename(file) !== 'table.ts');

  expect(elsewhere.filter((file) => command.test(readFileSync(file, 'utf8')))).toEqual([]);
});
