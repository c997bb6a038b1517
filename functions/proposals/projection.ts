import type { Change, Contribution, Entry } from '#functions/projections/change.ts';
import type { Row } from '#functions/table/table.ts';
import type { WorkMonthStanding } from '#functions/work/reader.ts';
import { beginningOf, settledNumber, wordsOf } from '#shared/lists/rules.ts';
import { foldOf } from '#shared/moderation/folds.ts';
import type { ProposalCard } from '#shared/proposals/schema.ts';
import { sumIn } from '#shared/work/rules.ts';
import { aboutPartition, byPersonPartition, dueEntry, listPartition, type ProposalStanding } from './lists/table.ts';
import type { ProposalRow, VoteRow } from './table.ts';

const reasonLength = 160;

/** A proposal made, changed, decided, or left by its author. */
export function proposalContributions({ before, after }: Change): Contribution[] {
  const is = after as ProposalRow | undefined;
  return [
    {
      standing: 'proposal',
      id: (is ?? (before as ProposalRow | undefined))?.id ?? '',
      fold: (standing) => {
        delete standing.card;
        delete standing.byId;
        delete standing.subjects;
        if (!is) return;
        standing.card = cardFields(is);
        standing.subjects = is.subjects;
        if (is.byId) standing.byId = is.byId;
      },
    },
  ];
}

function cardFields(row: ProposalRow): NonNullable<ProposalStanding['card']> {
  const { change, about, reason, at, by, state, due, decidedAt, version } = row;
  return {
    what: change.what,
    title: about.title,
    href: about.href,
    reason: beginningOf(wordsOf(reason), reasonLength).text,
    at,
    ...(by ? { by } : {}),
    state,
    due,
    ...(decidedAt ? { decidedAt } : {}),
    version,
  };
}

/** What a vote counts as: the block of one who left is a vote against, and one on its version alone. */
function countedAs({ vote, byId }: VoteRow): 'for' | 'against' | 'block' {
  return vote === 'block' && byId === undefined ? 'against' : vote;
}

/** A vote on a proposal, cast, changed or withdrawn. */
export function proposalVoteContributions({ before, after }: Change): Contribution[] {
  const was = before as VoteRow | undefined;
  const is = after as VoteRow | undefined;
  const add = (row: VoteRow | undefined, sign: 1 | -1): Contribution[] => {
    // Who left is for nothing any more.
    if (!row || (row.vote === 'for' && row.byId === undefined)) return [];
    const counted = countedAs(row);
    return [
      {
        standing: 'proposal',
        id: row.proposalId,
        fold: (standing) => {
          if (counted === 'block') {
            standing.blocks += sign;
            return;
          }
          const counts = standing.votes[row.version] ?? [0, 0];
          counts[counted === 'for' ? 0 : 1] += sign;
          if (counts[0] === 0 && counts[1] === 0) delete standing.votes[row.version];
          else standing.votes[row.version] = counts;
        },
      },
    ];
  };
  return [...add(was, -1), ...add(is, 1)];
}

/** A revision that took back what proposals became. */
export function revertedContributions({ before, after }: Change): Contribution[] {
  type Reverting = Row & { n: number; reverted?: { proposals?: string[] } };
  const was = before as Reverting | undefined;
  const is = after as Reverting | undefined;
  const of = (row: Reverting | undefined) => row?.reverted?.proposals ?? [];
  if (of(was).join() === of(is).join()) return [];
  return [...new Set([...of(was), ...of(is)])].map((id) => ({
    standing: 'proposal',
    id,
    fold: (standing) => {
      // The last that did stands: numbers grow, so that any order comes to the same.
      if (is) standing.revertedIn = Math.max(standing.revertedIn ?? 0, is.n);
      else delete standing.revertedIn;
    },
  }));
}

/** A card as lists show it. Members in fixed order, since the table keeps none and the text is compared. */
function cardOf(id: string, standing: ProposalStanding, card: NonNullable<ProposalStanding['card']>): ProposalCard {
  const { what, title, href, reason, at, by, due, decidedAt, version } = card;
  const [pro, against] = standing.votes[version] ?? [0, 0];
  return {
    id,
    what,
    title,
    href,
    reason,
    at,
    by: by ?? null,
    state: stateOf(standing, card),
    due,
    ...(decidedAt ? { decidedAt } : {}),
    version,
    counts: {
      for: settledNumber(1 + pro),
      against: settledNumber(against),
      blocks: settledNumber(standing.blocks),
    },
    ...(standing.folded ? { folded: foldOf(standing.folded) } : {}),
  };
}

const stateOf = ({ revertedIn }: ProposalStanding, { state }: NonNullable<ProposalStanding['card']>) =>
  state === 'applied' && revertedIn !== undefined ? 'reverted' : state;

/** Everywhere a proposal is listed: by its state, alone and with its sort, by what it is about and by who made it. */
export function proposalEntries(id: string, standing: ProposalStanding): Entry[] {
  const { card, byId, subjects = [] } = standing;
  if (!card) return [];
  const { what, state, at, due, decidedAt = at } = card;
  const shown = JSON.stringify(cardOf(id, standing, card));
  const isOpen = state === 'open' || state === 'accepted';
  const entry = (pk: string, time: string): Entry => ({ pk, sk: `${time}#${id}`, type: 'entry', card: shown });
  const [list, time] = isOpen ? (['open', due] as const) : (['decided', decidedAt] as const);
  return [
    entry(listPartition(list), time),
    entry(listPartition(list, what), time),
    entry(listPartition('all'), at),
    entry(listPartition('all', what), at),
    ...subjects.map((subject) => entry(aboutPartition(subject), at)),
    ...(byId ? [entry(byPersonPartition(byId), at)] : []),
  ];
}

/** The line of what is to be decided, or to be gone on with; what could not be made is refused after its last day. */
export function dueEntries(row: Row): Entry[] {
  const { id, state, due, until, unfinished } = row as ProposalRow;
  if (state === 'accepted') return [dueEntry(until, id)];
  return state === 'open' || unfinished ? [dueEntry(due, id)] : [];
}

/** Whether a person came to contribute in a month, or to do so no more: from it follows how many it takes to consent. */
export function activeContributions({ before, after }: Change): Contribution[] {
  const isActive = (row: Row | undefined) =>
    Number(Object.values((row as Partial<WorkMonthStanding> | undefined)?.days ?? {}).some((day) => sumIn(day) > 0));
  const change = isActive(after) - isActive(before);
  const month = (after ?? before)?.sk.slice(-7) ?? '';
  if (change === 0) return [];
  return [
    {
      standing: 'site',
      id: '',
      fold: (standing) => {
        const { [month]: count = 0, ...others } = standing.active ?? {};
        const active = count + change === 0 ? others : { ...others, [month]: count + change };
        if (Object.keys(active).length === 0) delete standing.active;
        else standing.active = active;
      },
    },
  ];
}
