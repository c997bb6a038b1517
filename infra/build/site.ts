import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writePageParts } from './page-parts.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where the files lie that the browser loads. */
export const siteDirectory = join(root, 'dist/site');
/** Where that lies which the function `page` renders first pages from. */
export const pageDirectory = join(root, 'dist/page');

/** Builds the site with Vite: the one that is deployed, also where a test runner calls itself another environment. */
export async function buildSite(): Promise<void> {
  const { build } = await import('vite');
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  const common = { configFile: join(root, 'vite.config.ts'), logLevel: 'warn' } as const;
  try {
    await build(common);
    await build({ ...common, build: { ssr: 'src/server/render-page.tsx' } });
    writePageParts(siteDirectory, pageDirectory);
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

/** Builds the site where it was never built or its sources are newer. True where it did. */
export async function buildSiteIfOld(onBuild: () => void = () => {}): Promise<boolean> {
  const made = join(pageDirectory, 'site.json');
  const sources = ['frontend', 'shared', 'vite.config.ts', 'package-lock.json'].map((name) => join(root, name));
  if (existsSync(made) && statSync(made).mtimeMs >= Math.max(...sources.map(newest))) return false;
  onBuild();
  await buildSite();
  return true;
}

/** When the newest file at or under this path was last written. */
function newest(path: string): number {
  if (!existsSync(path)) return 0;
  const self = statSync(path);
  if (!self.isDirectory()) return self.mtimeMs;
  return Math.max(self.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
