import type { Row } from '#functions/table/table.ts';
import type { ContributionKind } from '#shared/work/schema.ts';

/** A fact as far as it is somebody’s contribution: `first` is an item’s first wording, written once there is a second. */
export type GivenFact = {
  kind: ContributionKind;
  at: string;
  by?: string;
  byId?: string;
  itemId?: string;
  newcomer?: true;
  first?: true;
};

type Fact = {
  at?: string;
  by?: string;
  byId?: string;
  itemId?: string;
  newcomer?: true;
  n?: number;
  withdrawn?: string;
};

const kinds: Record<string, ContributionKind> = {
  revision: 'edits',
  item: 'items',
  review: 'reviews',
  comment: 'comments',
  proposal: 'proposals',
};

/** The contribution that a row is; undefined for any other row. */
export function givenBy(row: Row): GivenFact | undefined {
  const kind = kinds[String(row.type)];
  const { at, by, byId, itemId, newcomer, n, withdrawn } = row as Fact;
  // A comment taken back while others answered it stays as a place in its thread.
  if (kind === undefined || at === undefined || withdrawn !== undefined) return undefined;
  return {
    kind,
    at,
    ...(by === undefined ? {} : { by }),
    ...(byId === undefined ? {} : { byId }),
    ...(itemId === undefined ? {} : { itemId }),
    ...(newcomer ? { newcomer } : {}),
    ...(kind === 'edits' && n === 1 ? { first: true as const } : {}),
  };
}

/** Whose edits a row took back, where it is a revision that did: people other than who made it. */
export function takenBackBy(row: Row): { itemId: string; at: string; personId: string; revisions: number }[] {
  const { itemId, at, reverted } = row as Fact & { reverted?: { of?: Record<string, number> } };
  if (row.type !== 'revision' || itemId === undefined || at === undefined) return [];
  return Object.entries(reverted?.of ?? {}).map(([personId, revisions]) => ({ itemId, at, personId, revisions }));
}
