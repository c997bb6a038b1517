/** One-way imports: which layer may need which, and why. */
const capability =
  '(items|reviews|votes|tags|people|ranking|imports|search|saves|discussions|revisions|feeds|media|dumps|holds|lists|sessions|tokens|openapi|exports|follows|mutes|inbox|taste|years|proposals|watches|notifications|trust|moderation|work|odds|ask|places|areas|questions|visits|claims|replies|comparisons)';

export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or need a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'shared-is-pure',
      comment: 'shared runs in browser, Lambda and tests alike: only itself, zod and what is pure like it.',
      severity: 'error',
      from: { path: '^shared/' },
      to: {
        pathNot: [
          '^shared/',
          '^node_modules/(zod|normalize-url|diff|micromark-extension-gfm-table|mdast-util-gfm-table)/',
        ],
      },
    },
    {
      name: 'frontend-knows-only-the-contract',
      comment: 'What runs in a browser may not reach into functions or infra.',
      severity: 'error',
      from: { path: '^frontend/' },
      to: { path: '^(functions|infra|tests)/' },
    },
    {
      name: 'features-never-meet',
      comment: 'Routes compose features; a feature that needs another one belongs in a route.',
      severity: 'error',
      from: { path: '^frontend/src/features/([^/]+)/' },
      to: { path: '^frontend/src/features/', pathNot: '^frontend/src/features/$1/' },
    },
    {
      name: 'primitives-know-no-feature',
      comment: 'ui and client lie below the features.',
      severity: 'error',
      from: { path: '^frontend/src/(ui|client)/' },
      to: { path: '^frontend/src/(features|routes|app)/' },
    },
    {
      name: 'capabilities-meet-at-the-reader',
      comment: 'Another capability is read through its reader.ts only.',
      severity: 'error',
      from: { path: `^functions/${capability}/`, pathNot: '^functions/(imports|saves|revisions)/' },
      to: { path: `^functions/${capability}/`, pathNot: ['^functions/$1/', '/reader\\.ts$'] },
    },
    {
      name: 'act-through-operations',
      comment:
        'An import, a save of a new address or an article written does what its owner could do by hand: it may call operations, never tables.',
      severity: 'error',
      from: { path: '^functions/(imports|saves|revisions)/' },
      to: { path: `^functions/${capability}/(table|projection|identity)\\.ts$`, pathNot: '^functions/$1/' },
    },
    {
      name: 'functions-stand-alone',
      comment: 'What is deployed knows nothing of how it is deployed, run locally or shown.',
      severity: 'error',
      from: { path: '^functions/' },
      to: { path: '^(infra|frontend)/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '^tests/' },
      to: { path: '^tests/' },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^virtual:', '^aws-lambda$'] },
    },
    {
      name: 'runtime-needs-no-dev-dependency',
      comment: 'What is deployed may only need what is installed for production.',
      severity: 'error',
      from: { path: '^(functions|shared|frontend/src)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    // It does not know TypeScript 7 yet.
    parser: 'swc',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'default'],
    },
  },
};
