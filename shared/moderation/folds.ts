import type { Folded } from './schema.ts';

/** That something is folded, as it is shown: members in fixed order, since the table keeps none. */
export function foldOf(folded: Folded): Folded;
export function foldOf(folded: Folded | undefined): Folded | undefined;
export function foldOf(folded: Folded | undefined): Folded | undefined {
  return folded && { act: folded.act, flags: folded.flags, reason: folded.reason };
}

/** Says why something is folded. */
export function foldWords({ flags, reason }: Pick<Folded, 'flags' | 'reason'>): string {
  return `${flags} flags: ${reason}`;
}
