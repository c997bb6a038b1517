import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { environment } from '#functions/runtime/environment.ts';
import type { SearchDocument } from '#shared/search/findable.ts';
import type { Store } from './store.ts';
import type { Kept } from './word-index.ts';

/** Another number where documents or the index are made otherwise: what was gathered before is gathered anew. */
export const snapshotFormat = 3;
const file = `index-${snapshotFormat}.zst`;
const headFile = `index-${snapshotFormat}.json`;

/** What was gathered until when. */
export type Head = {
  /** The table it was gathered from: what lies here may be of another one. */
  table: string;
  /** Whether OpenSearch was told of all of it. */
  published: boolean;
  /** Everything that the log said until then is in it; ISO 8601. */
  until: string;
  /** When everything was gathered anew; ISO 8601. */
  gathered: string;
  /** Lines of the log about then that are in it, though their moment may be later. */
  seen: string[];
  documents: number;
  bytes: number;
};
export type Snapshot = { head: Head; documents: Map<string, SearchDocument>; words: Kept };

/** Writes what was gathered: a line of JSON each for the head, the index, and every document, compressed; and then the head alone. */
export async function writeSnapshot(store: Store, { head, documents, words }: Snapshot): Promise<Head> {
  const lines = [JSON.stringify(head), JSON.stringify(words)];
  for (const document of documents.values()) lines.push(JSON.stringify(document));
  const content = zstdCompressSync(lines.join('\n'));
  await store.put(file, content);
  return writeHead(store, { ...head, bytes: content.length });
}

/** Writes the head alone, where OpenSearch was told of what came since. */
export async function writeHead(store: Store, head: Head): Promise<Head> {
  await store.put(headFile, Buffer.from(JSON.stringify(head)));
  return head;
}

/** The head of what was gathered last; undefined where nothing was. */
export async function readHead(store: Store): Promise<Head | undefined> {
  const content = await store.get(headFile);
  return content && ofThisTable(JSON.parse(Buffer.from(content).toString()) as Head);
}

const ofThisTable = (head: Head) => (head.table === environment.tableName ? head : undefined);

/** What was gathered last; undefined where nothing was. */
export async function readSnapshot(store: Store): Promise<Snapshot | undefined> {
  const content = await store.get(file);
  if (!content) return undefined;
  const lines = linesOf(zstdDecompressSync(content));
  const known = ofThisTable(JSON.parse(lines.next().value ?? '') as Head);
  if (!known) return undefined;
  const words = JSON.parse(lines.next().value ?? '') as Kept;
  const documents = new Map<string, SearchDocument>();
  for (const line of lines) {
    const document = JSON.parse(line) as SearchDocument;
    documents.set(document.key, document);
  }
  return { head: known, documents, words };
}

/** The lines one by one: all at once they would be in memory twice. */
function* linesOf(whole: Buffer): Generator<string, undefined> {
  for (let at = 0; at < whole.length; ) {
    const end = whole.indexOf(10, at);
    const to = end < 0 ? whole.length : end;
    yield whole.toString('utf8', at, to);
    at = to + 1;
  }
}
