import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { madeModule } from '../../frontend/build/contract-module.ts';
import { iconPng } from './icon.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sources = join(root, 'frontend/extension');

/** Where the browser extension lies, ready to be loaded unpacked. */
export const extensionDirectory = join(root, 'dist/extension');

/** The parts of the contract that the extension needs, as plain data. */
const contract: Plugin = {
  name: 'contract',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^virtual:/ }, ({ path }) => ({ path, namespace: 'contract' }));
    onLoad({ filter: /.*/, namespace: 'contract' }, ({ path }) => ({ contents: madeModule(path) ?? '', loader: 'js' }));
  },
};

/**
 * Builds the browser extension. `reaching`: sites that it may reach without asking, for tests, where nobody is there to
 * press the browser's own button.
 */
export async function buildExtension({ to = extensionDirectory, reaching = [] as string[] } = {}): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await mkdir(to, { recursive: true });
  const json = async (file: string) => JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  const [manifest, project] = [await json(join(sources, 'manifest.json')), await json(join(root, 'package.json'))];
  const written = {
    ...manifest,
    version: project.version,
    ...(reaching.length > 0 ? { host_permissions: reaching } : {}),
  };
  await Promise.all([
    build({
      entryPoints: [join(sources, 'popup.ts'), join(sources, 'options.ts')],
      outdir: to,
      bundle: true,
      format: 'esm',
      target: 'chrome126',
      charset: 'utf8',
      minify: true,
      legalComments: 'none',
      logLevel: 'warning',
      plugins: [contract],
    }),
    writeFile(join(to, 'manifest.json'), `${JSON.stringify(written, null, 2)}\n`),
    ...['popup.html', 'options.html', 'style.css'].map((name) => copyFile(join(sources, name), join(to, name))),
    ...[16, 32, 48, 128].map((pixels) => writeFile(join(to, `icon-${pixels}.png`), iconPng(pixels))),
  ]);
}
