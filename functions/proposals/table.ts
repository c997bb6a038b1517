import { personPartition } from '#functions/people/reader.ts';
import { refusedBy } from '#functions/table/refused-by.ts';
import { getRow, type Key, queryAll, queryRows, type Row, type Write } from '#functions/table/table.ts';
import { accountIsOpen } from '#functions/votes/reader.ts';
import type { BlockVoteValue, Change, Proposal, ProposalVoteValue, ShownChange } from '#shared/proposals/schema.ts';

/**
 * The fact of a proposal. `turn` counts every change of it and of its votes: a decision names the one it was made on, so
 * that no vote is lost between reading and deciding. `same` tells what it would change; `digest` the request that created it.
 */
export type ProposalRow = Row & { type: 'proposal' } & Omit<Proposal, 'by' | 'change' | 'revertible' | 'revertedIn'> & {
    change: ShownChange;
    by?: string;
    byId?: string;
    /** By `targetText`. */
    subjects: string[];
    turn: number;
    same: string;
    digest?: string;
    /** Of an item, the tags that most put on it when this was proposed. */
    tags?: string[];
    /** Whether who proposed it was new here. */
    newcomer?: true;
    /** The change that takes this back, once it was made. */
    opposite?: Change;
    /** The turn at which its words were removed, if they were. */
    removedAt?: number;
    /** Made, and not through with what did not fit into one transaction. */
    unfinished?: true;
  };

/** One version: what it would change, a long text apart. */
export type VersionRow = Row & {
  type: 'proposalVersion';
  proposalId: string;
  version: number;
  at: string;
  reason: string;
  change: Change;
  /** In how many pieces the text lies, where there is one. */
  pieces: number;
};
export type PieceRow = Row & { type: 'proposalText'; proposalId: string; version: number; data: Uint8Array | string };
export type VoteRow = Row & {
  type: 'proposalVote';
  proposalId: string;
  vote: ProposalVoteValue;
  version: number;
  reason: string;
  at: string;
  by?: string;
  byId?: string;
};
/** What somebody says of somebody’s block. */
export type BlockVoteRow = Row & {
  type: 'blockVote';
  proposalId: string;
  vote: BlockVoteValue;
  at: string;
  by?: string;
  byId?: string;
};

const partition = (proposalId: string) => `PR#${proposalId}`;
export const proposalKey = (proposalId: string): Key => ({ pk: partition(proposalId), sk: 'FACT' });
export const proposalStandingKey = (proposalId: string): Key => ({ pk: partition(proposalId), sk: 'STANDING' });
const number = (version: number) => String(version).padStart(4, '0');
export const versionKey = (proposalId: string, version: number): Key => ({
  pk: partition(proposalId),
  sk: `V#${number(version)}`,
});
/** Apart, so that a page of a proposal is one short query. */
export const pieceKey = (proposalId: string, version: number, piece: number): Key => ({
  pk: `PRT#${proposalId}`,
  sk: `${number(version)}#${String(piece).padStart(2, '0')}`,
});
const votes = 'VOTE#';
export const voteKey = (proposalId: string, personId: string): Key => ({
  pk: partition(proposalId),
  sk: `${votes}${personId}`,
});
const onBlocks = 'ON#';
export const blockVoteKey = (proposalId: string, blockerId: string, personId: string): Key => ({
  pk: partition(proposalId),
  sk: `${onBlocks}${blockerId}#${personId}`,
});
/** Whether what somebody says is said of this block: who put it stands before who says so. */
export function isOnBlock({ sk }: BlockVoteRow, block: VoteRow): boolean {
  return sk.startsWith(`${onBlocks}${block.sk.slice(votes.length)}#`);
}
/** The block that somebody says something of. */
export function blockOf({ proposalId, sk }: BlockVoteRow): Key {
  return voteKey(proposalId, sk.slice(onBlocks.length).split('#')[0] ?? '');
}
/** Held by the one undecided proposal of a change. */
export const sameKey = (same: string): Key => ({ pk: `PRS#${same}`, sk: 'OPEN' });

const proposed = 'PROPOSED#';
const judged = 'CONSENT#';
/** That a person proposed something: found again when the account is deleted. */
export const proposedKey = (personId: string, proposalId: string): Key => ({
  pk: personPartition(personId),
  sk: `${proposed}${proposalId}`,
});
/** What somebody proposed, by the sort key of the row that says so. */
export const proposedId = (sk: string): string => sk.slice(proposed.length);
/** With the blocker where it is a vote on a block. */
export const judgedKey = (personId: string, ...ids: string[]): Key => ({
  pk: personPartition(personId),
  sk: `${judged}${ids.join('#')}`,
});

/** Whether a row says that a person proposed or voted on something: found again when the account is deleted. */
export function isProposalCredit({ sk }: Row): boolean {
  return sk.startsWith(proposed) || sk.startsWith(judged);
}

/** The facts that name a person as who proposed or voted, from all of the person's rows. */
export function proposalsCredited(personId: string, rows: readonly Row[]): Key[] {
  return rows.flatMap(({ sk }) => {
    if (sk.startsWith(proposed)) return proposalKey(proposedId(sk));
    if (!sk.startsWith(judged)) return [];
    const [proposalId = '', blockerId] = sk.slice(judged.length).split('#');
    return blockerId === undefined ? voteKey(proposalId, personId) : blockVoteKey(proposalId, blockerId, personId);
  });
}

/** What a person proposed or voted on, a page at a time, with every write before seen. */
export async function creditsOf(
  personId: string,
  which: 'proposed' | 'judged',
  after: string | undefined,
  limit: number,
) {
  const begins = which === 'proposed' ? proposed : judged;
  return queryRows({ pk: personPartition(personId), begins, after, limit, strong: true });
}

const absent = 'attribute_not_exists(pk)';

/** Everything of a proposal but long texts. */
export type WholeProposal = {
  fact?: ProposalRow;
  standing?: Row;
  versions: VersionRow[];
  votes: VoteRow[];
  blockVotes: BlockVoteRow[];
};

/** A proposal with its versions and votes in one query: half a read unit for each 4 KB, one where every write before is to be seen. */
export async function wholeProposal(proposalId: string, options: { strong?: boolean } = {}): Promise<WholeProposal> {
  const rows = await queryAll({ pk: partition(proposalId), strong: options.strong ?? false });
  const of = <T extends Row>(type: string) => rows.filter((row) => row.type === type) as T[];
  return {
    fact: of<ProposalRow>('proposal')[0],
    standing: rows.find(({ sk }) => sk === 'STANDING'),
    versions: of<VersionRow>('proposalVersion'),
    votes: of<VoteRow>('proposalVote'),
    blockVotes: of<BlockVoteRow>('blockVote'),
  };
}

/** A proposal's fact; `strong` sees one made a moment ago. */
export async function proposalById(proposalId: string, options: { strong?: boolean } = {}) {
  return getRow<ProposalRow>(proposalKey(proposalId), options);
}

/** Every version of a proposal. */
export async function versionsOf(proposalId: string): Promise<VersionRow[]> {
  return queryAll<VersionRow>({ pk: partition(proposalId), begins: 'V#' });
}

/** A version of a proposal; the latest where none is named. */
export async function versionOf(proposalId: string, version?: number): Promise<VersionRow | undefined> {
  if (version !== undefined) return getRow<VersionRow>(versionKey(proposalId, version));
  const { rows } = await queryRows<VersionRow>({
    pk: partition(proposalId),
    begins: 'V#',
    descending: true,
    limit: 1,
  });
  return rows[0];
}

/** The undecided proposal of the same change, if there is one. */
export async function openWithSame(same: string): Promise<ProposalRow | undefined> {
  const row = await getRow(sameKey(same), { strong: true });
  return row && proposalById(row.proposalId as string, { strong: true });
}

/** The texts of a version, piece by piece. */
export async function piecesOf(proposalId: string, version: number): Promise<PieceRow[]> {
  return queryAll<PieceRow>({ pk: `PRT#${proposalId}`, begins: `${number(version)}#` });
}

type Put = { version: VersionRow; pieces: readonly PieceRow[] };
const puts = ({ version, pieces }: Put): Write[] => [version, ...pieces].map((put) => ({ put, condition: absent }));
const holdSame = ({ same, id }: ProposalRow): Write => ({
  put: { ...sameKey(same), type: 'proposalSame', proposalId: id },
  condition: `${absent} OR proposalId = :id`,
  values: { ':id': id },
});

/** Stores a new proposal; answers what stood in the way: its `id`, the `same` open already, the `account`, or nothing. */
export async function storeProposal(row: ProposalRow, first: Put, personId: string) {
  return refusedBy(
    [
      { put: row, condition: absent },
      holdSame(row),
      accountIsOpen(personId, row.id),
      { put: { ...proposedKey(personId, row.id), type: 'proposed' } },
      ...puts(first),
    ],
    ['id', 'same', 'account'] as const,
  );
}

export const undecided = '#state IN (:open, :accepted)';
export const undecidedValues = { ':open': 'open', ':accepted': 'accepted' };

/** Puts a new version in the place of the one before, at its turn; answers what stood in the way, or nothing. */
export async function storeVersion(row: ProposalRow, before: ProposalRow, next: Put, personId: string) {
  return refusedBy(
    [
      {
        put: row,
        condition: `turn = :turn AND byId = :me AND ${undecided}`,
        names: { '#state': 'state' },
        values: { ':turn': before.turn, ':me': personId, ...undecidedValues },
      },
      holdSame(row),
      accountIsOpen(personId, row.id),
      ...puts(next),
      ...(before.same === row.same ? [] : [{ delete: sameKey(before.same) }]),
    ],
    ['turn', 'same', 'account'] as const,
  );
}
