import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const read = (file: string) => readFileSync(file, 'utf8');
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found);

/** The classes that a file of styles tells of. */
function classesOf(file: string): string[] {
  const rules = read(file).replaceAll(/\/\*.*?\*\/|:global\([^)]*\)/gs, '');
  return all(rules, /([^{};]+)\{/g).flatMap((selector) => all(selector, /\.([a-z][\w-]*)/gi));
}

/** Every class that a component takes from such a file, as "file of styles: class". */
function taken(file: string): string[] {
  const text = read(file);
  return [...text.matchAll(/import (\w+) from '([^']+\.module\.css)'/g)].flatMap(([, name, path = '']) => {
    const styles = join(dirname(file), path);
    return all(text.replaceAll(/^import .*$/gm, ''), new RegExp(`(?<![\\w.])${name}\\.(\\w+)`, 'g')).map(
      (one) => `${styles}: ${one}`,
    );
  });
}

test('every class of a style is used, and every class used has a style', () => {
  const used = new Set(globSync('frontend/src/**/*.tsx').flatMap(taken));
  const told = new Set(
    globSync('frontend/src/**/*.module.css').flatMap((file) => classesOf(file).map((one) => `${file}: ${one}`)),
  );
  expect([...told].filter((one) => !used.has(one))).toEqual([]);
  expect([...used].filter((one) => !told.has(one))).toEqual([]);
});
