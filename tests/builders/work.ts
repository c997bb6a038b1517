import { type CommentRow, commentKey } from '#functions/discussions/table.ts';
import { personIdOf } from '#functions/people/identity.ts';
import { type ProposalRow, proposalKey } from '#functions/proposals/table.ts';
import { type RevisionRow, revisionKey } from '#functions/revisions/table.ts';
import { type Row, writeRows } from '#functions/table/table.ts';
import { targetText } from '#shared/targets.ts';
import { subOf } from './event.ts';

const idOf = (name: string) => personIdOf(subOf(name));

/** A revision as it stands in the table, as far as others read it. */
export type Revised = {
  itemId: string;
  n: number;
  by?: string;
  at: string;
  did?: 'created' | 'edited' | 'reverted' | 'undone';
  newcomer?: true;
  proposal?: string;
  /** Which revisions it took back, and how many of whom, by name. */
  reverted?: { from: number; to: number; of: Record<string, number> };
};

const credit = (name: string | undefined) => (name ? { by: name, byId: idOf(name) } : {});
const ofIds = (of: Record<string, number>) =>
  Object.fromEntries(Object.entries(of).map(([name, revisions]) => [idOf(name), revisions]));

export function revisionRow({ itemId, n, by, at, did = 'edited', reverted, ...more }: Revised): RevisionRow {
  return {
    ...revisionKey(itemId, n),
    type: 'revision',
    itemId,
    kind: 'link',
    title: `Page ${itemId}`,
    n,
    at,
    ...credit(by),
    summary: '',
    minor: false,
    licence: 'CC-BY-SA-4.0',
    did,
    base: n - 1,
    size: 100,
    delta: 1,
    changed: ['fields'],
    fieldsOf: n,
    textOf: 0,
    ...(reverted ? { reverted: { ...reverted, of: ofIds(reverted.of) } } : {}),
    ...more,
  };
}

/** A proposal to edit an item, as it stands in the table. */
export type Proposed = {
  id: string;
  itemId: string;
  by?: string;
  at: string;
  state: 'open' | 'accepted' | 'refused' | 'withdrawn' | 'applied' | 'reverted';
  decidedAt?: string;
};

export function proposalRow({ id, itemId, by, at, state, decidedAt }: Proposed): ProposalRow {
  return {
    ...proposalKey(id),
    type: 'proposal',
    id,
    change: { what: 'edit', itemId, base: 1, changed: ['fields'] },
    itemId,
    about: { title: `Page ${itemId}`, href: `/i/${itemId}` },
    subjects: [targetText({ what: 'items', id: itemId })],
    reason: '',
    licence: 'CC-BY-SA-4.0',
    at,
    ...credit(by),
    version: 1,
    state,
    due: at,
    until: at,
    hours: 0,
    quorum: 1,
    turn: 0,
    same: id,
    ...(decidedAt ? { decidedAt } : {}),
  };
}

export function commentRow(id: string, itemId: string, by: string | undefined, at: string): CommentRow {
  return {
    ...commentKey(id),
    type: 'comment',
    id,
    target: targetText({ what: 'items', id: itemId }),
    about: { title: `Page ${itemId}`, href: `/i/${itemId}` },
    itemId,
    kind: 'link',
    above: [],
    depth: 0,
    at,
    ...credit(by),
    text: 'So.',
    licence: 'CC-BY-SA-4.0',
    revision: 1,
    mentions: [],
  };
}

/** Writes facts as they stand from now on. */
export const written = (...rows: Row[]) => writeRows(rows.map((row) => ({ put: row })));
