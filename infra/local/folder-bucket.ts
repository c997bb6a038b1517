import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { Bucket } from '#functions/runtime/bucket.ts';

/** A folder in the place of a bucket. */
export function folderBucket(root: string): Bucket {
  const path = (key: string) => join(root, ...key.split('/'));
  return {
    async put(key, body) {
      await mkdir(dirname(path(key)), { recursive: true });
      // Whoever reads meanwhile gets the earlier file whole.
      await writeFile(`${path(key)}.new`, body);
      await rename(`${path(key)}.new`, path(key));
    },
    async get(key) {
      return existsSync(path(key)) ? readFile(path(key), 'utf8') : undefined;
    },
    async list(prefix) {
      const folder = join(root, dirname(`${prefix}x`));
      if (!existsSync(folder)) return [];
      return readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
        .filter((key) => key.startsWith(prefix));
    },
    async remove(keys) {
      await Promise.all(keys.map((key) => rm(path(key), { force: true })));
      for (const folder of new Set(keys.map((key) => dirname(path(key))))) {
        if (existsSync(folder) && readdirSync(folder).length === 0) await rm(folder, { recursive: true });
      }
    },
  };
}
