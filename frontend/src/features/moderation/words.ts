import type { Act, FlagReason, ReasonCounts } from '#shared/moderation/schema.ts';

/** Reasons as one chooses them. */
export const reasonLabels: Record<FlagReason, string> = {
  spam: 'Spam or advertising',
  abuse: 'Abuse, threats or hate',
  'off-topic': 'It is about something else',
  false: 'Made up, or bought',
  duplicate: 'The same is here already',
  illegal: 'Against the law',
  other: 'Something else',
};

/** Reasons as lines name them. */
export const reasonNames: Record<FlagReason, string> = {
  spam: 'spam',
  abuse: 'abuse',
  'off-topic': 'off topic',
  false: 'made up',
  duplicate: 'a duplicate',
  illegal: 'against the law',
  other: 'other reasons',
};

/** `spam (3), abuse (1)`, what most say first. */
export function reasonsSaid(reasons: ReasonCounts): string {
  return Object.entries(reasons)
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => `${reasonNames[reason as FlagReason]} (${count})`)
    .join(', ');
}

/** What was done, in words that what it is about follows. */
export const deedWords: Record<Act['did'], string> = {
  folded: 'Folded',
  unfolded: 'Unfolded',
  removed: 'Text removed',
  banned: 'Banned',
  unbanned: 'Ban lifted',
  appointed: 'Made steward',
};

const byRule = {
  flags: 'by rule: enough people flagged it',
  'taken-back': 'by rule: flags were taken back',
  votes: 'by rule: more people disagreed than agreed',
  appeal: 'by an appeal that passed',
} as const;

/** By whom or by which rule it was done. */
export function doerOf({ by, rule }: Pick<Act, 'by' | 'rule'>): string {
  if (rule) return byRule[rule];
  return by ? `by the steward, @${by}` : 'by a former steward';
}
