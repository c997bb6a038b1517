import type { Operation } from '#shared/operation.ts';
import { routesOf, tokenRoot } from '#shared/tokens/rules.ts';

/** How CloudFront reads a path pattern: `*` is any text, slashes too, `?` any one character. */
export function matchesPattern(pattern: string, path: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`).test(path);
}

const patternOf = (path: string) => path.replaceAll(/\{[^}]+\}/g, '*');

/** The paths under /api that a browser’s own cookie is sent to: to no other does the edge pass one on. */
export function cookiePatterns(operations: readonly Operation[]): string[] {
  return [...new Set(operations.filter(({ auth }) => auth === 'cookie').map(({ path }) => patternOf(path)))];
}

/**
 * The paths under /api whose answers belong to one person. They pass the edge with their token and are never
 * kept, nor is anything that goes by an API token; of everything else under /api the edge keeps what the answer's cache-control allows.
 *
 * @throws where such a pattern would also catch what anyone may read
 */
export function personalPatterns(operations: readonly Operation[]): string[] {
  const reads = operations.filter(({ method }) => method === 'GET');
  const patterns = new Set(
    reads.filter(({ auth }) => auth === 'person' || auth === 'secret').map(({ path }) => patternOf(path)),
  );
  if (routesOf(operations).some(({ byToken }) => byToken)) patterns.add(`${tokenRoot}*`);
  const shortest = [...patterns].filter(
    (pattern) => ![...patterns].some((other) => other !== pattern && matchesPattern(other, pattern)),
  );
  for (const { path } of reads.filter(({ auth }) => auth === 'public')) {
    const caught = shortest.find((pattern) => matchesPattern(pattern, path.replaceAll(/[{}]/g, '')));
    if (caught) throw new Error(`${path} is public, but ${caught} would keep it out of the edge's cache`);
  }
  return shortest;
}
