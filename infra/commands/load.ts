import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { closeDocumentClient } from '#functions/runtime/document-client.ts';
import { connect } from './load/connect.ts';
import { isGoodbooks, loadGoodbooks } from './load/goodbooks.ts';
import { loadGoodreads } from './load/goodreads.ts';
import { loadStackExchange } from './load/load-stack-exchange.ts';
import { isStackExchange } from './load/stack-exchange.ts';
import { command } from './terminal.ts';

const usage = `npm run load -- <file or folder> [--limit N] [--site HOST]

Loads a set of real data into the running local system, through the operations that people use:
  a Goodreads library export (.csv), as the person reader-1
  goodbooks' books.csv
  a folder with Posts.xml and Votes.xml of a Stack Exchange dump, with Comments.xml if it is there; --site is the host it was taken from
Loading the same again changes nothing.`;

/** Loads what stands at a path; false where it was loaded but does not add up. */
async function load(path: string, site: string, limit: number): Promise<boolean> {
  if (statSync(path).isDirectory()) {
    if (!isStackExchange(path)) throw new Error(`${path} has no Posts.xml and Votes.xml`);
    return loadStackExchange(path, site, limit);
  }
  if (isGoodbooks(firstLine(path))) await loadGoodbooks(path, limit);
  else await loadGoodreads(path);
  return true;
}

function firstLine(path: string): string {
  const bytes = Buffer.alloc(2000);
  const file = openSync(path, 'r');
  const length = readSync(file, bytes);
  closeSync(file);
  return bytes.toString('utf8', 0, length).split(/[\r\n]/)[0] ?? '';
}

command(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { limit: { type: 'string' }, site: { type: 'string', default: 'conlang.meta.stackexchange.com' } },
  });
  const [path] = positionals;
  const limit = values.limit === undefined ? Number.POSITIVE_INFINITY : Number(values.limit);
  if (!path || positionals.length > 1 || !(limit > 0)) throw new Error(usage);
  connect();
  if (!(await load(path, values.site, limit))) process.exitCode = 1;
  closeDocumentClient();
});
