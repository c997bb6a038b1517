import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contractModule } from './frontend/build/contract-module.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
  root: path('./frontend'),
  publicDir: path('./frontend/public'),
  cacheDir: path('./node_modules/.vite'),
  plugins: [react(), contractModule()],
  resolve: { alias: { 'use-sync-external-store/shim/index.js': path('./frontend/build/store-hook.ts') } },
  // Short names: the first listing's weight is budgeted, and hashes do not compress.
  css: { modules: { generateScopedName: '[local]-[hash:base64:3]' } },
  build: {
    outDir: path('./dist/site'),
    emptyOutDir: true,
    // The content policy allows files only: nothing may become a data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // What the first listing needs is one file, not a dozen shared with later pages.
      output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
    },
  },
});
