import { environment } from '#functions/runtime/environment.ts';
import { type Apart, addApart, documentOf, noteApart, partOf } from './documents.ts';
import { Gathered, linesAbout } from './gathered.ts';
import { publish } from './published/publish.ts';
import { writePublished } from './published/table.ts';
import { type Head, readHead, readSnapshot, writeHead, writeSnapshot } from './snapshot.ts';
import type { Store } from './store.ts';
import { allRows, logHours, noteMade } from './table.ts';

const hour = 3_600_000;
/** When things are open is worked out for eight days; and what was missed, however that may be, is found after six. */
const longestHours = 6 * 24;

type Made = { head: Head; did: 'nothing' | 'changed' | 'gathered'; changed: number };
type Options = { store: Store; now?: Date; remake?: boolean; onPage?: ((rows: number) => void) | undefined };

/**
 * Keeps what search gathered: where the log says that nothing changed, it reads no more than that; where something did, it
 * takes that in; and where nothing was gathered, too long ago, or from other facts (`remake`), it reads the whole table.
 */
export async function makeIndex({ store, now = new Date(), remake = false, onPage }: Options): Promise<Made> {
  const head = remake ? undefined : await readHead(store);
  // What the log said while it was not written, or OpenSearch was not told, is made up for.
  const isOther = head && head.published !== environment.publishesSearch;
  const isLate =
    !head || isOther || isOlder(head.until, now, logHours - 1) || isOlder(head.gathered, now, longestHours);
  if (isLate) return gatherAnew(store, now, onPage);
  const seen = new Set(head.seen);
  const news = (await linesAbout(new Date(head.until), now)).filter(({ sk }) => !seen.has(sk));
  if (news.some((row) => row.remake)) return gatherAnew(store, now, onPage);
  if (!news.some(({ names }) => names)) return { head, did: 'nothing', changed: 0 };
  if (environment.publishesSearch) {
    const names = [...new Set(news.flatMap((row) => row.names ?? []))];
    await publish(names);
    const lines = await linesAbout(now, now);
    const kept = { ...head, until: now.toISOString(), seen: [...head.seen, ...news.map(({ sk }) => sk)].slice(-1000) };
    // Lines that came while it was published are none of these: the next run takes them.
    const later = { ...kept, seen: kept.seen.filter((sk) => lines.some((line) => line.sk === sk)) };
    return { head: await writeHead(store, later), did: 'changed', changed: names.length };
  }
  const snapshot = await readSnapshot(store);
  if (!snapshot) return gatherAnew(store, now, onPage);
  const gathered = await Gathered.of(snapshot);
  const changed = await gathered.take(await gathered.news(now), now);
  return { head: await writeSnapshot(store, await gathered.kept(head.gathered)), did: 'changed', changed };
}

const isOlder = (moment: string, now: Date, hours: number) => Date.parse(moment) < now.getTime() - hours * hour;

async function gatherAnew(store: Store, now: Date, onPage: Options['onPage']): Promise<Made> {
  const parts = new Map<string, [first: Part, second: Part]>();
  const apart: Apart = new Map();
  const published = new Set<string>();
  let rows = 0;
  // What they name is in the table as it is read from now on.
  const read = await linesAbout(now, now);
  for await (const page of allRows()) {
    for (const row of page) {
      if (row.type === 'searchDocument') published.add(String(row.key));
      const found = partOf[String(row.type)]?.(row);
      if (!found) continue;
      const { name, part } = found;
      const both = parts.get(name) ?? [null, null];
      // The fact comes first, whichever of both rows is read before the other.
      both[row.type === 'itemStanding' || row.type === 'commentStanding' ? 1 : 0] = part;
      parts.set(name, both);
      noteApart(apart, row);
    }
    rows += page.length;
    onPage?.(rows);
  }
  const gathered = await Gathered.empty(now, read);
  const documents = [...parts].flatMap(([name, both]) => documentOf(name, both) ?? []);
  await addApart(documents, apart, now);
  await gathered.add(documents);
  // What changed meanwhile is in the log from `now` on.
  if (environment.publishesSearch) {
    for (const { key } of documents) published.delete(key);
    await writePublished(documents, [...published]);
  }
  const head = await writeSnapshot(store, await gathered.kept(now.toISOString()));
  await noteMade();
  return { head, did: 'gathered', changed: documents.length };
}

type Part = Parameters<typeof documentOf>[1][number];
