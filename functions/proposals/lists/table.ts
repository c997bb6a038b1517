import { queryCards, queryRows, type Row } from '#functions/table/table.ts';
import type { Folded } from '#shared/moderation/schema.ts';
import type { ChangeKind, ProposalCard, ProposalList } from '#shared/proposals/schema.ts';
import { targetText } from '#shared/targets.ts';

/** What the projector knows of a proposal. */
export type ProposalStanding = {
  /** Absent while its fact has not come by. */
  card?: Omit<ProposalCard, 'id' | 'counts' | 'by'> & { by?: string };
  byId?: string;
  /** By `targetText`. */
  subjects?: string[];
  /** Of each version, how many are for and against it, besides who proposed it. */
  votes: Record<string, [number, number]>;
  blocks: number;
  /** Why it is shown folded. */
  folded?: Folded;
  /** The revision that took back what it became; by how many it was. */
  revertedIn?: number;
};

/** Open ones by when they are decided, decided ones by when they were, all by when they were made; or those of one sort. */
export const listPartition = (list: ProposalList, what?: ChangeKind) => `PRL#${list}${what ? `#${what}` : ''}`;
/** Those about something, by `targetText`. */
export const aboutPartition = (target: string) => `PRA#${target}`;
export const byPersonPartition = (personId: string) => `PRP#${personId}`;

const line = 'PRDUE';
/** The line of what is to be decided, by when: the decision's rows name their proposal. */
export type DueEntry = Row & { type: 'entry'; card: string };
export const dueEntry = (due: string, proposalId: string): DueEntry => ({
  pk: line,
  sk: `${due}#${proposalId}`,
  type: 'entry',
  card: proposalId,
});

/** What is due by now, the longest due first: a page of ids. */
export async function dueProposals(now: string, after: string | undefined, limit: number) {
  const { rows, last } = await queryRows<DueEntry>({ pk: line, from: '0', to: `${now}~`, after, limit });
  return { ids: rows.map(({ card }) => card), last };
}

/** A page of cards of one of the lists. */
export async function proposalCards(
  pk: string,
  page: { descending?: boolean; after: string | undefined; limit: number },
) {
  return queryCards({ pk, ...page });
}

/** How many of the latest proposals about an item are looked at. */
const lookedAt = 20;

/** By whom there are undecided edits among the latest proposals about an item: handles, null for former members. */
export async function openEditsOf(itemId: string): Promise<(string | null)[]> {
  const pk = aboutPartition(targetText({ what: 'items', id: itemId }));
  const { rows } = await proposalCards(pk, { descending: true, after: undefined, limit: lookedAt });
  const cards = rows.map(({ card }) => JSON.parse(card) as ProposalCard);
  return cards.filter(({ what, state }) => what === 'edit' && state === 'open').map(({ by }) => by);
}
