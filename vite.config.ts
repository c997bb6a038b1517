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
  build: {
    outDir: path('./dist/site'),
    emptyOutDir: true,
    // The content policy allows files only: nothing may become a data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
