import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where each function's bundle lies: `<name>/index.mjs`. */
export const functionsDirectory = join(root, 'dist/functions');

const functionNames = ['read', 'write', 'projector'] as const;

/**
 * Takes Node's own modules from `process.getBuiltinModule`. An ESM import of them evaluates every lazy
 * getter of the module and loads undici: 54 to 74 ms of each cold start (nodejs/node#59686).
 */
const lazyBuiltins: Plugin = {
  name: 'lazy-builtins',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^(node:)?[a-z_]+(\/[a-z_]+)?$/ }, ({ path }) => {
      const name = path.replace(/^node:/, '');
      return process.getBuiltinModule(`node:${name}`) ? { path: name, namespace: 'builtin' } : undefined;
    });
    onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule('node:${path}');`,
      loader: 'js',
    }));
  },
};

/** What the SDK brings and a function on DynamoDB never runs, a third of the bundle, and what stands in for it. */
const leftOut: Record<string, string> = {
  // In Lambda the credentials are always in the environment: no search through profiles, SSO and metadata.
  '@aws-sdk/credential-provider-node': "export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';",
  // DynamoDB has no operation that streams events.
  '@smithy/core/event-streams': "throw new Error('Event streams are left out of this bundle');",
  // The cache of endpoint discovery, which is off for DynamoDB.
  'mnemonist/lru-cache': 'export default class extends Map { constructor() { super(); } }',
};

const lean: Plugin = {
  name: 'lean',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^(@aws-sdk|@smithy|mnemonist)\// }, ({ path, resolveDir }) =>
      path in leftOut ? { path, namespace: 'lean', pluginData: resolveDir } : undefined,
    );
    // The client reads no more of its own manifest than the version.
    onLoad({ filter: /client-dynamodb[/\\]package\.json$/ }, async ({ path }) => {
      const { version } = JSON.parse(await readFile(path, 'utf8')) as { version: string };
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
    onLoad({ filter: /.*/, namespace: 'lean' }, ({ path, pluginData }) => ({
      contents: leftOut[path] ?? '',
      resolveDir: pluginData as string,
    }));
  },
};

/**
 * Bundles every function with its part of the SDK, ready to be uploaded. What is imported only when needed
 * becomes a file of its own, so that no cold start pays for it.
 */
export async function buildFunctions(): Promise<void> {
  await rm(functionsDirectory, { recursive: true, force: true });
  await Promise.all(functionNames.map(buildFunction));
}

async function buildFunction(name: string): Promise<void> {
  await build({
    entryPoints: { index: join(root, `functions/${name}.ts`) },
    outdir: join(functionsDirectory, name),
    outExtension: { '.js': '.mjs' },
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    charset: 'utf8',
    treeShaking: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    conditions: ['module', 'import', 'node'],
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [lean, lazyBuiltins],
  });
}
