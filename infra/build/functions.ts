import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { writtenDocument } from '#shared/openapi/document.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where each function's bundle lies: `<name>/index.mjs`. */
export const functionsDirectory = join(root, 'dist/functions');

const functionNames = ['read', 'write', 'page', 'projector', 'jobs'] as const;

/**
 * Takes Node's own modules from `process.getBuiltinModule`. An ESM import of them evaluates every lazy
 * getter of the module and loads undici: 54 to 74 ms of each cold start (nodejs/node#59686).
 */
const leanBuiltins: Plugin = {
  name: 'lean-builtins',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^(node:)?[a-z_]+(\/[a-z_]+)?$/ }, ({ path }) => {
      const name = path.replace(/^node:/, '');
      return process.getBuiltinModule(`node:${name}`) ? { path: name, namespace: 'builtin' } : undefined;
    });
    onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
      contents: seldom.has(path) ? lazily(path) : `module.exports = process.getBuiltinModule('node:${path}');`,
      loader: 'js',
    }));
  },
};

/** Modules of Node that our functions import and hardly ever use: they are loaded at the first use of a name of theirs. */
const seldom = new Set(['child_process', 'fs', 'fs/promises', 'os', 'stream/promises', 'stream/web', 'url']);

function lazily(path: string): string {
  const names = Object.keys(process.getBuiltinModule(`node:${path}`) ?? {});
  return `for (const name of ${JSON.stringify(names)})
    Object.defineProperty(exports, name, { enumerable: true, get: () => process.getBuiltinModule('node:${path}')[name] });`;
}

/** What the SDK brings and a function on DynamoDB never runs, a third of the bundle, and what stands in for it. */
const leftOut: Record<string, string> = {
  // In Lambda the credentials are always in the environment, and stay: no search through profiles, SSO and metadata.
  '@aws-sdk/credential-provider-node': `
    import { fromEnv } from '@aws-sdk/credential-provider-env';
    export const defaultProvider = (init) => {
      let found;
      return () => (found ??= fromEnv(init)());
    };`,
  // Endpoint discovery, which is off for DynamoDB.
  '@aws-sdk/middleware-endpoint-discovery': `
    export const resolveEndpointDiscoveryConfig = (config) => config;
    export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {
      environmentVariableSelector: () => undefined, configFileSelector: () => undefined, default: undefined,
    };`,
};

/** The same, but for the jobs: they use storage, whose client needs all of this. */
const leftOutWithoutStorage: Record<string, string> = {
  // DynamoDB has no operation that streams events.
  '@smithy/core/event-streams': "throw new Error('Event streams are left out of this bundle');",
  // The table's connection and signature are our own.
  '@smithy/node-http-handler': `
    export const NodeHttpHandler = { create: (connection) => connection };
    export const streamCollector = () => { throw new Error('Streams are left out of this bundle'); };`,
  '@smithy/signature-v4': `
    export class SignatureV4 { constructor() { throw new Error('The SDK’s signature is left out of this bundle'); } }`,
};

/** The same for single files of packages, by the end of their paths. Each says so where it is asked for what it left out. */
const leftOutFiles: Record<string, string> = {
  // Rules for endpoints of every partition and kind; ours is the region's, or the one we name.
  'client-dynamodb/dist-es/endpoint/endpointResolver.js': `
    const found = {};
    export const defaultEndpointResolver = ({ Endpoint, Region, UseFIPS, UseDualStack }) => {
      if (UseFIPS || UseDualStack) throw new Error('FIPS and dual-stack endpoints are left out of this bundle');
      const domain = Region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
      const address = Endpoint ?? 'https://dynamodb.' + Region + '.' + domain;
      return (found[address] ??= { url: new URL(address) });
    };`,
  // We try again as the SDK's standard does, which does not ask how fast to go.
  'util-retry/AdaptiveRetryStrategy.js': `
    export class AdaptiveRetryStrategy { constructor() { throw new Error('Adaptive retries are left out of this bundle'); } }`,
  // Which version of Node runs is chosen at deployment.
  'client/emitWarningIfUnsupportedVersion.js': `
    export const state = {};
    export const emitWarningIfUnsupportedVersion = () => {};`,
  // Our protocol writes JSON by itself.
  'json/codec-v2/JsonShapeSerializer2.js': 'export class JsonShapeSerializer2 { setSerdeContext() {} }',
  // Node hashes by itself.
  'submodules/checksum/sha256/Sha256Js.js': `
    export class Sha256Js { constructor() { throw new Error('Hashing in JavaScript is left out of this bundle'); } }`,
  // A function has no home with configuration files: what is not in its environment has its default.
  'node-config-provider/fromSharedConfigFiles.js': `
    export const fromSharedConfigFiles = () => async () => {
      throw Object.assign(new Error('Configuration files are left out of this bundle'), { tryNextLink: true });
    };`,
  'regionConfig/getInstanceMetadataRegion.js': `
    export const getInstanceMetadataRegion = async () => { throw new Error('A function’s region is in its environment'); };`,
};

/** The same, but for the jobs, whose storage has rules for endpoints. What the client takes off its stack again need not be there. */
const leftOutFilesWithoutStorage: Record<string, string> = {
  // Which regions belong to which partition: asked by the rules that are left out, and by a header that we do not send.
  'util-endpoints/lib/aws/partition.js': `
    export const partition = () => { throw new Error('Partitions are left out of this bundle'); };
    export const setPartitionInfo = () => {};
    export const useDefaultPartitionInfo = () => {};
    export const getUserAgentPrefix = () => '';`,
  // Buckets are for storage.
  'endpoints/middleware-endpoint/service-customizations/index.js': `
    export const resolveParamsForS3 = () => { throw new Error('Buckets are left out of this bundle'); };`,
  // Our bodies are texts; files are for storage.
  'util-body-length/calculateBodyLength.js': `
    export const calculateBodyLength = (body) => (body ? Buffer.byteLength(body) : 0);`,
  'middleware-user-agent/user-agent-middleware.js': `
    export const [userAgentMiddleware, getUserAgentMiddlewareOptions] = [];
    export const getUserAgentPlugin = () => ({ applyToStack: () => {} });`,
  'middleware-recursion-detection/getRecursionDetectionPlugin.js': `
    export const getRecursionDetectionPlugin = () => ({ applyToStack: () => {} });`,
  'middleware-logger/loggerMiddleware.js': `
    export const [loggerMiddleware, loggerMiddlewareOptions] = [];
    export const getLoggerPlugin = () => ({ applyToStack: () => {} });`,
};

const lean = (name: string): Plugin => ({
  name: 'lean',
  setup: ({ onResolve, onLoad }) => {
    const isWithStorage = name === 'jobs';
    const standIns = isWithStorage ? leftOut : { ...leftOut, ...leftOutWithoutStorage };
    const files = isWithStorage ? leftOutFiles : { ...leftOutFiles, ...leftOutFilesWithoutStorage };
    onResolve({ filter: /^(@aws-sdk|@smithy)\// }, ({ path, resolveDir }) =>
      path in standIns ? { path, namespace: 'lean', pluginData: resolveDir } : undefined,
    );
    // The client reads no more of its own manifest than the version.
    onLoad({ filter: /client-dynamodb[/\\]package\.json$/ }, async ({ path }) => {
      const { version } = JSON.parse(await readFile(path, 'utf8')) as { version: string };
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
    onLoad({ filter: /@(aws-sdk|smithy)[/\\].*\.js$/ }, ({ path }) => {
      const name = path.replaceAll('\\', '/');
      const found = Object.entries(files).find(([end]) => name.endsWith(`/${end}`));
      return found ? { contents: found[1], loader: 'js' } : undefined;
    });
    // What an operation is for, in words, and what it answers: documents and tests read that, a function never does.
    onLoad({ filter: /shared[/\\][a-z]+[/\\]operations\.ts$/ }, async ({ path }) => ({
      contents: pure(
        (await readFile(path, 'utf8'))
          .replace(/^ {2}summary:\s+'[^']*',\n|^ {2}output: [\s\S]*?\n(?= {2}errors: )/gm, '')
          .replace(/(?<== operation\()\{[\s\S]*?^\}(?=\);)/gm, (declared) => servedPart(name, declared)),
      ),
      loader: 'ts',
    }));
    // What forms ask for and search engines are told: pages read that, a function never does. The projector checks and looks
    // for nothing besides: what people wrote was checked when they did.
    onLoad({ filter: /shared[/\\]items[/\\]kinds[/\\][a-z-]+\.ts$/ }, async ({ path }) => {
      const unread = `form|jsonLd${name === 'projector' ? '|schema|identifiers|recognise' : ''}`;
      return {
        contents: pure((await readFile(path, 'utf8')).replace(property(unread), '')).replace(
          /^((?:export )?const \w+ = )(?=[\w.]+\()/gm,
          '$1/* @__PURE__ */ ',
        ),
        loader: 'ts',
      };
    });
    onLoad({ filter: /shared[/\\].*(?:schema|text|ids)\.ts$/ }, async ({ path }) => ({
      contents: pure(await readFile(path, 'utf8')),
      loader: 'ts',
    }));
    onLoad({ filter: /.*/, namespace: 'lean' }, ({ path, pluginData }) => ({
      contents: standIns[path] ?? '',
      resolveDir: pluginData as string,
    }));
  },
});

/** Of an operation that another function serves, only what it is called and where it is: its shapes are for that one. */
function servedPart(name: string, declared: string): string {
  const isPublic = /^ {2}auth: 'public',$/m.test(declared);
  const isServed = isPublic ? name !== 'write' : name !== 'read';
  return isServed ? declared : declared.replace(/^ {2}(?:params|query|body): .*\n(?:(?! {2}\w|\}).*\n)*/gm, '');
}

/** These properties of an object that begins at the margin, each with all of its lines. */
const property = (names: string) => new RegExp(`^ {2}(?:${names})[:,].*\\n(?:(?! {2}[\\w/]|\\};).*\\n)*`, 'gm');

/** Shapes say nothing until something is held against them: one that nobody asks for may go. */
const pure = (source: string) =>
  source
    .replace(/^((?:export )?const \w+ = )(?=z\b)/gm, '$1/* @__PURE__ */ ')
    .replace(/(?<![\w.])(?=z\s*\.\w+\()/g, '/* @__PURE__ */ ');

/** The API's document as it was written here: no function needs the words and schemas that it is made of. */
const writtenAlready: Plugin = {
  name: 'written-already',
  setup: ({ onLoad }) => {
    onLoad({ filter: /shared[/\\]openapi[/\\]document\.ts$/ }, () => ({
      contents: `export const writtenDocument = () => ${JSON.stringify(writtenDocument())};`,
      loader: 'js',
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
    // Libraries leave out what is for developers.
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
    plugins: [writtenAlready, lean(name), leanBuiltins],
  });
}
