import { isDeepStrictEqual } from 'node:util';
import { isOneRowOfBans } from '#functions/moderation/reader.ts';
import { keyText, type Row, scanRows } from '#functions/table/table.ts';
import { isDeadLetter } from './dead-letter.ts';
import { Integrity } from './integrity/all.ts';
import { isProjection, listingsOf, Recount } from './recount.ts';
import { standings } from './registry.ts';

export type Audit = {
  checked: number;
  differences: string[];
  /** Where facts do not fit each other: what one transaction writes stands apart. No `rebuild` mends it. */
  inconsistent: string[];
  /** Facts that nothing can be made of, and why. */
  unfit: string[];
  /** Changes that the projector set aside, and why; `rebuild` makes up for them. */
  setAside: string[];
};

const emptyByType = new Map<unknown, object>(Object.values(standings).map(({ type, empty }) => [type, empty()]));
const minute = 60_000;

/**
 * Recounts every projection from the facts and compares it with what is stored, and holds the facts to each other. Run it
 * while nothing is written, or what is on its way through the stream counts as a difference.
 */
export async function audit(now = new Date()): Promise<Audit> {
  const recount = new Recount(now);
  const integrity = new Integrity();
  const stored = new Map<string, Row>();
  const setAside: string[] = [];
  const differences: string[] = [];
  for await (const page of scanRows()) {
    for (const row of page) {
      if (isDeadLetter(row)) setAside.push(`${row.row.pk} / ${row.row.sk}: ${row.error} ${row.detail} (${row.at})`);
      else if (isProjection(row)) stored.set(keyText(row), row);
      else {
        if (isOneRowOfBans(row))
          differences.push(`${row.pk} / ${row.sk}: these bans hold nobody until rebuild moves them`);
        integrity.add(row);
        recount.add(row);
      }
    }
  }
  const expected = new Map<string, Row>([...recount.standings(), ...recount.entries]);
  for (const [name, entry] of listingsOf(expected.values(), now, recount.leaveOut)) expected.set(name, entry);

  for (const [name, row] of expected) {
    const found = stored.get(name);
    stored.delete(name);
    if (!sameContent(found, row) && !isExpiring(row, now)) differences.push(describe(name, found, row));
  }
  for (const [name, row] of stored) {
    if (!sameContent(row, undefined) && !isExpiring(row, now)) differences.push(describe(name, row, undefined));
  }
  return { checked: expected.size, differences, inconsistent: integrity.differences(), unfit: recount.unfit, setAside };
}

/** Entries of a window that closes about now may be there or not. */
function isExpiring(row: Row, now: Date): boolean {
  return typeof row.ttl === 'number' && row.ttl * 1000 < now.getTime() + minute;
}

/** An aggregate that is not there is one that nothing was folded into. */
function sameContent(left: Row | undefined, right: Row | undefined): boolean {
  return isDeepStrictEqual(contentOf(left, right), contentOf(right, left));
}

function contentOf(row: Row | undefined, other: Row | undefined): unknown {
  if (!row) return emptyByType.get(other?.type);
  const { pk: _pk, sk: _sk, version: _version, rebuilt: _rebuilt, type: _type, ...content } = row;
  return content;
}

function describe(name: string, stored: Row | undefined, expected: Row | undefined): string {
  const text = (row: Row | undefined) => (row ? JSON.stringify(contentOf(row, undefined)) : 'nothing');
  return `${name.replace('\n', ' / ')}: stored ${text(stored)}, recounted ${text(expected)}`;
}
