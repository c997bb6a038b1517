import { itemKey } from '#functions/items/reader.ts';
import { personIdOf } from '#functions/people/identity.ts';
import { profileKey } from '#functions/people/reader.ts';
import { saveKey } from '#functions/saves/reader.ts';
import { type Row, writeRows } from '#functions/table/table.ts';
import { idFromBytes } from '#shared/ids.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { chanceFrom } from './unreliable-stream.ts';

const note = 'Worth a second look: the part on tides is the clearest there is, and the pictures are the author’s own.';

/**
 * A keeper with so many saves, one in three private, and one item that as many people saved; as facts written straight into
 * the table, which a rebuild projects. Titles, notes and tags are as long as people's are.
 */
export async function manySaves(count: number, keeper: string): Promise<{ savedByAll: string }> {
  const chance = chanceFrom(3);
  const newId = () => idFromBytes(Uint8Array.from({ length: 12 }, () => chance(248)));
  const now = Date.now();
  const popular = newId();
  const rows: Row[] = [];
  for (let n = 0; n < count; n++) {
    const at = isoSeconds(new Date(now - n * 3_600_000));
    const handle = `saver-${n}`;
    const about = {
      kind: 'link' as const,
      title: `A page of about the usual length of titles, number ${n}`,
      byline: 'example.org',
    };
    const kept = {
      type: 'save',
      at,
      about,
      note,
      tags: new Set(['web', `tag-${n % 40}`, 'reading']),
      shelf: 'to-read',
    };
    const itemId = newId();
    rows.push(
      {
        ...saveKey(personIdOf(keeper), itemId),
        itemId,
        by: keeper,
        ...kept,
        ...(n % 3 === 0 ? { private: true } : {}),
      },
      { ...saveKey(personIdOf(handle), popular), itemId: popular, by: handle, ...kept },
      { ...profileKey(personIdOf(handle)), type: 'profile', handle, at },
    );
  }
  const item = { id: popular, kind: 'link', fields: { url: 'https://example.org/popular', title: 'Popular' } };
  const shown = { title: 'Popular', byline: 'example.org', licence: 'CC0-1.0', revision: 1, names: [] };
  rows.push({ ...itemKey(popular), type: 'item', ...item, ...shown, at: isoSeconds(new Date(now)) });
  await writeRows(rows.map((put) => ({ put })));
  return { savedByAll: popular };
}
