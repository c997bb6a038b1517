import type { Tally } from '#shared/proposals/rules.ts';
import type { Proposal, ProposalState, ShownChange, Verdict } from '#shared/proposals/schema.ts';
import { counted } from '../../ui/numbers.ts';

const full = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});

export const stateLabels: Record<ProposalState, string> = {
  open: 'Open',
  accepted: 'Accepted, not made yet',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
  applied: 'Applied',
  reverted: 'Reverted',
};

/** A moment to come, such as “Friday 4 December, 14:00 UTC”. */
export const momentSaid = (iso: string) => `${full.format(new Date(iso)).replace(' at ', ', ')} UTC`;

export const hoursSaid = (hours: number) => (hours < 72 ? counted(hours, 'hour') : counted(hours / 24, 'day'));

const people = (count: number) => (count === 1 ? 'one more person' : `${count} more people`);

/** What becomes of an open proposal if nothing more happens, in one line. */
export function fateOf({ due, until }: Pick<Proposal, 'due' | 'until'>, verdict: Verdict): string {
  const { because, missing } = verdict;
  const isOver = verdict.result !== 'wait' || because !== 'time';
  if (verdict.result === 'accept') return 'Enough people consented: it is made within the hour.';
  if (because === 'blocked') return 'It is blocked, and its time is over: it is refused within the hour.';
  if (because === 'outvoted') return 'More are against it than for it: it is refused within the hour.';
  if (missing.blocks > 0)
    return `It is blocked. It is refused on ${momentSaid(verdict.due)} unless the block is withdrawn or overruled.`;
  if (missing.people > 0)
    return isOver
      ? `Its time is over, but it still needs ${people(missing.people)} for it, by ${momentSaid(until)}.`
      : `It needs ${people(missing.people)} for it. Then it applies by itself on ${momentSaid(due)}, unless somebody blocks it.`;
  if (missing.more > 0)
    return isOver
      ? `As many are against it as for it: it waits for ${people(missing.more)} for it, until ${momentSaid(until)}.`
      : `As it stands it does not pass: it needs ${people(missing.more)} for it by ${momentSaid(due)}.`;
  return `It applies by itself on ${momentSaid(verdict.due)}, unless somebody blocks it or more are against it.`;
}

const whys: Record<Verdict['because'], string> = {
  time: '',
  consent: 'nobody’s block stood, and enough people were for it',
  blocked: 'a block stood when its time was over',
  outvoted: 'more were against it than for it',
  quorum: 'too few people took a stand within its time',
  tied: 'as many were against it as for it',
};

/** Why a proposal was decided as it was. */
export function whyDecided({ outcome }: Proposal): string {
  if (outcome?.because === 'removed') return 'what it would change was removed by law';
  return whys[(outcome?.because ?? 'time') as Verdict['because']] ?? '';
}

/** The votes in words. */
export function tallySaid({ for: pro, against, blocks }: Pick<Tally, 'for' | 'against' | 'blocks'>): string {
  return [
    `${pro} for`,
    `${against} against`,
    ...(blocks > 0 ? [blocks === 1 ? 'one block' : `${blocks} blocks`] : []),
  ].join(', ');
}

/** What sort of change it is, in words that say what would happen. */
export function whatSaid(change: ShownChange): string {
  switch (change.what) {
    case 'edit':
      return change.changed.includes('text')
        ? change.changed.includes('fields')
          ? 'An edit of fields and text'
          : 'An edit of the text'
        : 'An edit of the fields';
    case 'merge':
      return 'A merge: two pages of the same thing become one';
    case 'unmerge':
      return 'A merge taken apart again';
    case 'removal':
      return 'A removal: it leaves every listing, and its page says why';
    case 'restoration':
      return 'A restoration: it is listed again';
    case 'synonym':
      return change.end ? 'Two tags are told apart again' : 'A tag synonym: one name for the same tag';
    case 'parameters':
      return 'A change of how this site works for everybody';
    case 'appeal':
      return 'An appeal against an act of moderation';
    case 'claim':
      return 'A claim: who proposes it owns this, and may reply to its reviews';
    case 'unclaim':
      return 'The end of a claim: its owner is none any more';
  }
}
