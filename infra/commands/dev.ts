import { createServer as createSocket } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { freePort } from '#infra/local/free-port.ts';
import { withConfig } from '#infra/local/site.ts';
import { prepare, serve } from './run.ts';
import { command } from './terminal.ts';

// `npm run dev` runs this under `node --watch`: a change in functions or shared starts it afresh, one in
// the frontend reaches the open page through Vite.
command(async () => {
  const run = await prepare();
  // Vite's messages to the page go over a port of their own, the same after a restart where it can be.
  const messages = createSocket();
  const messagePort = await freePort(24_678);
  await new Promise<void>((resolve) => messages.listen(messagePort, '127.0.0.1', resolve));
  const vite = await createServer({
    configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)),
    // Vite's own loader writes a copy beside it, which the watcher would take for a change.
    configLoader: 'native',
    appType: 'spa',
    server: { middlewareMode: true, hmr: { server: messages, clientPort: messagePort, host: '127.0.0.1' } },
  });
  const close = async () => {
    messages.close();
    await vite.close();
  };
  await serve(run, (config) => withConfig(config, vite.middlewares), close);
});
