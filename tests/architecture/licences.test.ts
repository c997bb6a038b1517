import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

type Lock = {
  packages: Record<
    string,
    { dev?: boolean; optional?: boolean; license?: string; resolved?: string; integrity?: string; link?: boolean }
  >;
};
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;

/** Licences that let their code be part of what is given out under the AGPL. */
const compatible = new Set([
  '0BSD',
  'AFL-2.1',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'ISC',
  'LGPL-3.0-only',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'Python-2.0',
  'Unlicense',
  'WTFPL',
  'Zlib',
]);

/** Whether an SPDX expression can be satisfied by these alone. */
function isCompatible(expression: string): boolean {
  const inner = expression.replace(/^\((.*)\)$/, '$1');
  if (inner.includes(' OR ')) return inner.split(' OR ').some(isCompatible);
  if (inner.includes(' AND ')) return inner.split(' AND ').every(isCompatible);
  return compatible.has(inner);
}

const installed = Object.entries(packages).filter(([path]) => path !== '' && existsSync(join(path, 'package.json')));

/** As the lock file has it, else as the package says, today's way or the one before. */
function licenceOf(path: string, locked: string | undefined): string {
  if (locked) return locked;
  const manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as {
    license?: string;
    licenses?: { type: string }[];
  };
  return manifest.license ?? manifest.licenses?.map(({ type }) => type).join(' OR ') ?? licenceTold(path);
}

/** By the text that comes with it, where the package names none: suncalc. */
function licenceTold(path: string): string {
  const file = join(path, 'LICENSE');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return /Redistribution and use in source and binary forms, with or without modification, are\s+permitted/.test(text)
    ? 'BSD-2-Clause'
    : 'none';
}

test('everything this is made of, and made with, is free to be', () => {
  const found = installed.map(([path, { license }]) => ({ path, licence: licenceOf(path, license) }));

  expect(found.length).toBeGreaterThan(100);
  expect(found.filter(({ licence }) => !isCompatible(licence))).toEqual([]);
});

test('everything comes from the package registry, and is what it was when it was chosen', () => {
  const others = Object.entries(packages).filter(
    ([path, { integrity, link }]) => path.startsWith('node_modules/') && (link || !/^sha512-/.test(integrity ?? '')),
  );

  expect(others.map(([path]) => path).filter((path) => !isBundled(path))).toEqual([]);
});

/** A package that another one carries within itself is covered by that one's hash. */
function isBundled(path: string): boolean {
  return (packages[path] as { inBundle?: boolean } | undefined)?.inBundle === true;
}
