import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { environment } from '#functions/runtime/environment.ts';
import type { BuiltSite, RenderPage } from '#shared/pages/schema.ts';

/** The built site that pages belong to, and what renders them: files that the site's build makes, beside the function. */
export type Site = BuiltSite & { renderPage: RenderPage };

let loaded: Promise<Site> | undefined;

/** Reads them at first use; a failure is tried again at the next. */
export function loadedSite(): Promise<Site> {
  loaded ??= load();
  loaded.catch(() => {
    loaded = undefined;
  });
  return loaded;
}

async function load(): Promise<Site> {
  const directory = environment.pageDirectory;
  const site = JSON.parse(readFileSync(join(directory, 'site.json'), 'utf8')) as BuiltSite;
  const module: unknown = await import(pathToFileURL(join(directory, 'render-page.mjs')).href);
  const { renderPage } = module as { renderPage: RenderPage };
  return { ...site, renderPage };
}
