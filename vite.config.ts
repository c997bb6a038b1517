import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contractModule } from './frontend/build/contract-module.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Two builds: what the browser loads, and (`--ssr`) the same components for the function that renders first pages. */
export default defineConfig(({ isSsrBuild }) => ({
  root: path('./frontend'),
  publicDir: path('./frontend/public'),
  cacheDir: path('./node_modules/.vite'),
  plugins: [react(), contractModule()],
  resolve: {
    alias: [
      {
        find: 'use-sync-external-store/shim/index.js',
        replacement: path('./frontend/build/use-sync-external-store.ts'),
      },
      // As modules: of the old kind, it would have the first page load one more file to know how.
      { find: /^leaflet$/, replacement: path('./node_modules/leaflet/dist/leaflet-src.esm.js') },
      // A browser has no streams of Node's kind, and the reader of XML does without where it finds none.
      ...(isSsrBuild ? [] : [{ find: /^stream$/, replacement: path('./frontend/build/no-stream.ts') }]),
    ],
  },
  // Short names: the first listing's weight is budgeted, and hashes do not compress.
  css: { modules: { generateScopedName: '[local]-[hash:base64:3]' } },
  // Everything in one file: the function is deployed without node_modules.
  ssr: { noExternal: true },
  define: isSsrBuild
    ? { 'process.env.NODE_ENV': '"production"' }
    : { 'typeof __REACT_DEVTOOLS_GLOBAL_HOOK__': '"undefined"' },
  build: isSsrBuild
    ? {
        outDir: path('./dist/page'),
        emptyOutDir: true,
        copyPublicDir: false,
        minify: true,
        rolldownOptions: { output: { entryFileNames: 'render-page.mjs', codeSplitting: false } },
      }
    : {
        outDir: path('./dist/site'),
        emptyOutDir: true,
        // Says which files a route needs, for those who link them.
        manifest: true,
        // The content policy allows files only: nothing may become a data: address.
        assetsInlineLimit: 0,
        // light-dark() as it is written: every browser has it since May 2024.
        cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
        modulePreload: { polyfill: false },
        rolldownOptions: {
          // What the first listing needs is one file, and so is what pages of one sort share: fewer requests, less to name.
          output: {
            codeSplitting: {
              groups: [
                { name: 'first', tags: ['$initial'], priority: 2 },
                // The first page asks for it at once, and stands without it.
                {
                  name: 'around',
                  test: /frontend\/src\/(?:app\/(?:footer|theme-toggle)|ui\/(?:toast-list|choices|in-place|ban-note)|client\/(?:problem-of|waiting))/,
                  priority: 1,
                },
                // The first listing asks for it once it stands.
                {
                  name: 'search',
                  test: /frontend\/src\/(?:features\/search|routes\/search)/,
                },
                {
                  name: 'feeds',
                  test: /frontend\/src\/(?:ui\/feed-links|routes\/listing-feeds)|shared\/(?:feeds|tags\/rules)/,
                  priority: 1,
                },
                // For whoever writes: pages that are only read do without.
                { name: 'schemas', test: /node_modules\/(?:zod|normalize-url)|shared\/text/, priority: 1 },
                {
                  name: 'following',
                  test: /frontend\/src\/(?:features\/(?:follows|inbox|taste|watches|notifications)|routes\/(?:home|inbox|following|person-follow|for-you|notifications|watching))|shared\/(?:follows|watches\/rules|notifications\/kinds)/,
                  priority: 1,
                },
                {
                  name: 'changes',
                  test: /frontend\/src\/(?:features\/watches\/changes|routes\/recent-changes)|shared\/watches\/addresses/,
                  priority: 2,
                },
                { name: 'further', test: /frontend\/src\/app\/further|virtual:operations/, priority: 1 },
                {
                  name: 'forms',
                  test: /frontend\/src\/(?:ui\/field|features\/people|routes\/(?:sign-|reset-|choose-|account))/,
                  priority: 1,
                },
                {
                  name: 'reading',
                  test: /frontend\/src\/(?:ui\/(?:markdown\.|star-input|cards|form\.)|features\/(?:reviews|claims\/(?:owners-line|claims\.)|replies\/(?:queries|replies|reply-view)|ranking|tags\/(?:crowd|queries|tag-links|tag-cloud)|votes|items\/(?:item-details|queries|kinds)|saves\/(?:save-control|shelf-choice|my-saves|only-you)|years\/(?:current|share|progress-chart|days|queries))|routes\/(?:item(?!-thread)|review|reply-of|person|tags\.|saves-of|not-|no-|empty-))|shared\/revisions\/link|virtual:fields/,
                },
                {
                  name: 'saves',
                  test: /frontend\/src\/(?:features\/saves\/(?:list-|queries|save-note|shelf-nav|months|popular)|routes\/(?:save-|saves\.|savers|popular|recent|tagged))/,
                },
                {
                  name: 'saving',
                  test: /downshift|frontend\/src\/(?:features\/saves\/(?:address|asked|save-|tag-field)|routes\/save\.)/,
                },
                {
                  name: 'talk',
                  test: /frontend\/src\/(?:features\/(?:discussions|questions)|routes\/(?:talk|question|item-thread|item-asked|comment|comment-tools|thread-of|inline-thread-of|no-thread|person-comments)\.)/,
                },
                {
                  name: 'proposals',
                  test: /frontend\/src\/(?:features\/proposals|routes\/(?:proposal|proposed-|item-proposals|person-proposals))|shared\/proposals/,
                },
                { name: 'proposing', test: /frontend\/src\/routes\/(?:new-proposal|propose-|use-propose)/ },
                { name: 'lists', test: /frontend\/src\/(?:features\/lists|routes\/(?:lists?|list-row|new-list)\.)/ },
                {
                  name: 'revisions',
                  test: /frontend\/src\/(?:features\/revisions|routes\/(?:history|revision|changes|authors|backlinks|take-back|of-item|propose-instead))/,
                },
                {
                  name: 'work',
                  test: /frontend\/src\/(?:features\/(?:work|odds\/reliability)|routes\/(?:work|item-work|person-work|odds)\.)/,
                },
                {
                  name: 'moderation',
                  test: /frontend\/src\/(?:features\/(?:trust|moderation\/(?:act|ban))|routes\/(?:moderation|act\.|how-trust|person-trust))/,
                  priority: 1,
                },
                {
                  // On whatever can be flagged.
                  name: 'flags',
                  test: /frontend\/src\/(?:features\/moderation\/(?:flag\.|folded|words|moderation\.)|routes\/covered)/,
                  priority: 1,
                },
                {
                  name: 'comparing',
                  test: /frontend\/src\/(?:features\/comparisons|routes\/(?:compare|alike))|shared\/comparisons/,
                },
                {
                  name: 'claiming',
                  test: /frontend\/src\/(?:features\/claims\/(?:my-|owners\.|queries|words)|routes\/claim\.)/,
                },
                // The library of the map comes once a page with one stands.
                { name: 'leaflet', test: /node_modules\/leaflet/, priority: 1 },
                {
                  name: 'map',
                  test: /frontend\/src\/(?:features\/(?:map|areas)|routes\/(?:map|where|area-places|place-rows)\.)/,
                },
                { name: 'years', test: /frontend\/src\/(?:features\/years|routes\/year)/ },
                { name: 'visiting', test: /frontend\/src\/features\/places|shared\/places/ },
                // Whoever shows, seeks or adds places.
                { name: 'categories', test: /shared\/items\/kinds\/place-categories/, priority: 1 },
                { name: 'adding', test: /frontend\/src\/(?:routes\/(?:submit|edit)|features\/items)/ },
              ],
            },
          },
        },
      },
}));
