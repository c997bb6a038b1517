import { globSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { kindNames } from '#shared/items/kinds/registry.ts';

const read = (file: string) => readFileSync(file, 'utf8');
const layers = '{shared,functions,infra,frontend,tests}';
const sources = globSync(`${layers}/**/*.{ts,tsx}`);

/** Every place in these files where a pattern is found, as "file: what". */
const found = (files: string[], pattern: RegExp) =>
  files.flatMap((file) => [...read(file).matchAll(pattern)].map(([what]) => `${file}: ${what.trim()}`));

test('nothing decides by the name of a kind outside the kinds', () => {
  const kind = `['"\`](?:${kindNames.join('|')})['"\`]`;
  const branch = new RegExp(
    `[!=]==?\\s*${kind}|${kind}\\s*[!=]==?|case\\s+${kind}|switch\\s*\\([^)]*\\bkind\\b[^)]*\\)`,
    'gi',
  );
  const outside = sources.filter((file) => /^(shared|functions|frontend)\//.test(file) && !file.includes('/kinds/'));
  expect(found(outside, branch)).toEqual([]);
});

test('key prefixes stand in table files only', () => {
  const mayName = /\/table\.ts$|^functions\/table\/|^functions\/projections\/checkpoint\.ts$/;
  const elsewhere = globSync('functions/**/*.ts').filter((file) => !mayName.test(file));
  expect(found(elsewhere, /['"`][A-Z]{1,8}#/g)).toEqual([]);
  expect(
    found(elsewhere, /@aws-sdk\/(?:client|lib)-[\w-]+/g).filter(
      (line) => !line.startsWith('functions/runtime/') && !line.startsWith('functions/projector.ts'),
    ),
  ).toEqual([]);
});

test('shared needs nothing but zod, packages that are as pure, and itself', () => {
  const imports = found(globSync('shared/**/*.ts'), /\bfrom '([^']+)'|\bimport\('([^']+)'\)/g);
  expect(
    imports.filter(
      (line) => !/from '(?:\.{1,2}\/|#shared\/|zod\/mini'|normalize-url'|diff'|[a-z-]+-gfm-table')/.test(line),
    ),
  ).toEqual([]);
});

test('shared reaches for nothing that only a server or only a browser has', () => {
  expect(
    found(globSync('shared/**/*.ts'), /\b(?:process\.|Buffer\.|window\.|document\.|localStorage|fetch\()/g),
  ).toEqual([]);
});

test('public functions of rules, rankings and tables say what they do', () => {
  const files = [
    ...globSync('shared/*/rules.ts'),
    ...globSync('shared/ranking/*.ts'),
    ...globSync('functions/**/table.ts'),
  ];
  const undocumented = files.flatMap((file) => {
    const lines = read(file).split('\n');
    return lines
      .filter((line, at) => /^export (?:async )?function/.test(line) && !/\*\/\s*$/.test(lines[at - 1] ?? ''))
      .map((line) => `${file}: ${line}`);
  });
  expect(undocumented).toEqual([]);
});

test('nothing mentions a path outside the project', () => {
  const all = [...sources, ...globSync('*.{ts,js,json,md}'), ...globSync(`{shared,docs}/**/*.md`)].filter(
    (file) => file !== 'package-lock.json',
  );
  expect(
    found(all, /['"`(\s](?:\/(?:home|Users|root|opt|srv|mnt|tmp|work)\/|[A-Z]:\\\\)[^'"`)\s]*/g).filter(
      (line) => !line.includes('/hostile-strings.ts'),
    ),
  ).toEqual([]);
  const climbing = all.flatMap((file) =>
    [...read(file).matchAll(/['"`(]((?:\.\.?\/)*\.\.\/[^'"`)\s]*)/g)]
      .map(([, path]) => path ?? '')
      .filter((path) => relative('.', resolve(dirname(file), path)).startsWith('..'))
      .map((path) => `${file}: ${path}`),
  );
  expect(
    climbing.filter((line) => !line.includes('/hostile-strings.ts') && !line.includes('tests/integration/contract/')),
  ).toEqual([]);
});

test('no type error is silenced', () => {
  expect(
    found(sources, /@ts-(?:ignore|nocheck|expect-error)/g).filter((line) => !line.startsWith('tests/architecture/')),
  ).toEqual([]);
});
