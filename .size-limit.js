import { existsSync, readFileSync } from 'node:fs';

const limit = '85 KiB';

/** What a cold start loads: the function's entry, and every file that it or one of those imports from the start. */
function loadedAtOnce(name) {
  const folder = `dist/functions/${name}`;
  const files = new Set(['index.mjs']);
  for (const file of files) {
    const path = `${folder}/${file}`;
    const source = existsSync(path) ? readFileSync(path, 'utf8') : '';
    for (const [, found] of source.matchAll(/\b(?:from|import) ?"\.\/([\w.-]+\.mjs)"/g)) files.add(found);
  }
  return [...files].map((file) => `${folder}/${file}`);
}

/** What the first listing waits for: its style, which stands within the page, and every script that its HTML names. */
function namedAtFirst() {
  const page = 'dist/page/site.json';
  const { html } = existsSync(page) ? JSON.parse(readFileSync(page, 'utf8')) : { html: '' };
  const scripts = [...html.matchAll(/(?:src|href)="\/(assets\/[\w.-]+\.js)"/g)].map(([, file]) => `dist/site/${file}`);
  return ['dist/site/assets/index-*.css', ...scripts];
}

export default [
  {
    name: 'site: script and style of the first listing',
    path: namedAtFirst(),
    limit,
    gzip: true,
  },
  ...['read', 'write', 'projector'].map((name) => ({
    name: `function ${name}`,
    path: loadedAtOnce(name),
    limit,
    gzip: true,
  })),
];
