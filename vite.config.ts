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
  // Short names: the first listing's weight is budgeted, and hashes do not compress.
  css: { modules: { generateScopedName: '[local]-[hash:base64:3]' } },
  // Everything in one file: the function is deployed without node_modules.
  ssr: { noExternal: true },
  define: isSsrBuild ? { 'process.env.NODE_ENV': '"production"' } : {},
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
                // The first listing asks for it once it stands.
                {
                  name: 'feeds',
                  test: /frontend\/src\/(?:ui\/feed-links|routes\/listing-feeds)|shared\/(?:feeds|tags\/rules)/,
                  priority: 1,
                },
                // For whoever writes: pages that are only read do without.
                { name: 'schemas', test: /node_modules\/(?:zod|normalize-url)|shared\/text/, priority: 1 },
                {
                  name: 'following',
                  test: /frontend\/src\/(?:features\/(?:follows|inbox|taste)|routes\/(?:home|inbox|following|person-follow))|shared\/follows/,
                  priority: 1,
                },
                { name: 'further', test: /frontend\/src\/app\/further|virtual:operations/, priority: 1 },
                {
                  name: 'forms',
                  test: /frontend\/src\/(?:ui\/field|features\/people|routes\/(?:sign-|reset-|choose-|account))/,
                  priority: 1,
                },
                {
                  name: 'reading',
                  test: /frontend\/src\/(?:ui\/(?:markdown\.|star-input)|features\/(?:reviews|ranking|tags\/(?:crowd|queries|tag-links|tag-cloud)|votes|items\/(?:item-details|queries|kinds)|saves\/(?:save-control|shelf-choice|my-saves|only-you)|years\/(?:current|share|progress-chart|days|queries))|routes\/(?:item|review|person|tags\.|saves-of|not-|no-|empty-))/,
                },
                {
                  name: 'saves',
                  test: /frontend\/src\/(?:features\/saves\/(?:list-|queries|save-note|shelf-nav|months|popular)|routes\/(?:save-|saves\.|savers|popular|recent|tagged))/,
                },
                {
                  name: 'saving',
                  test: /downshift|frontend\/src\/(?:features\/saves\/(?:address|asked|save-|tag-field)|routes\/save\.)/,
                },
                { name: 'lists', test: /frontend\/src\/(?:features\/lists|routes\/(?:lists?|list-row|new-list)\.)/ },
                { name: 'years', test: /frontend\/src\/(?:features\/years|routes\/year)/ },
                { name: 'adding', test: /frontend\/src\/(?:routes\/(?:submit|edit)|features\/items)/ },
              ],
            },
          },
        },
      },
}));
