import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from 'vite';
import type { BuiltSite, SitePart } from '#shared/pages/schema.ts';

/**
 * Writes what pages are made of, from the built site. What a first paint waits for stands within the page, style and
 * the script that picks the colour scheme: each would be another way to the server and back. The content policy lets
 * it through by its hash. The one page itself goes with it: nobody asks for it as a file.
 */
export function writePageParts(site: string, pages: string): void {
  const text = (file: string) => readFileSync(join(site, file), 'utf8');
  const hashes: BuiltSite['hashes'] = { styles: [], scripts: [] };
  const within = (kind: keyof typeof hashes, content: string) => {
    hashes[kind].push(`'sha256-${createHash('sha256').update(content).digest('base64')}'`);
    return content;
  };
  const html = text('index.html')
    .replace(/\s*<link rel="stylesheet"[^>]* href="\/([^"]+)"[^>]*>/g, (_, file: string) => {
      return `<style>${within('styles', text(file))}</style>`;
    })
    .replace(/<script src="\/(theme\.js)"><\/script>/, (_, file: string) => {
      return `<script>${within('scripts', withoutComments(text(file)))}</script>`;
    });
  const manifest = JSON.parse(text('.vite/manifest.json')) as Manifest;
  const parts: Record<string, SitePart> = {};
  for (const [key, { name }] of Object.entries(manifest)) {
    if (!name || key === 'index.html') continue;
    const files = neededBy(manifest, key);
    // A page that only another part knows of needs that one first.
    const first = manifest['index.html']?.dynamicImports ?? [];
    if (!first.includes(key))
      for (const [other, { dynamicImports = [] }] of Object.entries(manifest))
        if (first.includes(other) && dynamicImports.includes(key)) files.scripts.unshift(manifest[other]?.file ?? '');
    parts[name] = {
      styles: files.styles.map((file) => within('styles', text(file))),
      scripts: [...new Set(files.scripts)].map((file) => `/${file}`),
    };
  }
  hashes.styles = [...new Set(hashes.styles)];
  writeFileSync(join(pages, 'site.json'), JSON.stringify({ html, parts, hashes } satisfies BuiltSite));
  for (const made of ['index.html', 'theme.js', '.vite']) rmSync(join(site, made), { recursive: true });
}

const withoutComments = (script: string) => script.replace(/^\s*\/\/.*\n/gm, '');

/** The files of a part and of what it imports, what is needed first first; without the first part, which every page has. */
function neededBy(manifest: Manifest, key: string, seen = new Set<string>()): { styles: string[]; scripts: string[] } {
  const chunk = manifest[key];
  if (!chunk || key === 'index.html' || seen.has(key)) return { styles: [], scripts: [] };
  seen.add(key);
  const before = (chunk.imports ?? []).map((other) => neededBy(manifest, other, seen));
  return {
    styles: [...before.flatMap(({ styles }) => styles), ...(chunk.css ?? [])],
    scripts: [...before.flatMap(({ scripts }) => scripts), chunk.file],
  };
}
