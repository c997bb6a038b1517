import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { buildFunctions, functionsDirectory } from './functions.ts';
import { buildSite, pageDirectory } from './site.ts';

/** Builds all that is deployed: the site, the functions, and beside the function `page` what it renders from. */
export async function buildEverything(): Promise<void> {
  await Promise.all([buildSite(), buildFunctions()]);
  await cp(pageDirectory, join(functionsDirectory, 'page'), { recursive: true });
}
