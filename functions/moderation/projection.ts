import type { Change, Contribution, Entry } from '#functions/projections/change.ts';
import { ordered } from '#functions/table/ordered.ts';
import type { Row } from '#functions/table/table.ts';
import { foldOf } from '#shared/moderation/folds.ts';
import { type FlaggedThing, type Folded, flaggable } from '#shared/moderation/schema.ts';
import { readTarget } from '#shared/targets.ts';
import { type ActRow, actsPartition } from './acts/table.ts';
import { type FlagGate, flaggedPartition } from './flags/table.ts';
import { actOf } from './log.ts';

/** Something folded or unfolded: whatever shows it says so, and its author has one more, or one less. */
export function flagGateContributions({ before, after }: Change): Contribution[] {
  const was = before as FlagGate | undefined;
  const is = after as FlagGate | undefined;
  const row = is ?? was;
  const target = row && readTarget(row.target, flaggable);
  if (!target) return [];
  const found: Contribution[] = [];
  if (was?.folded?.act !== is?.folded?.act) {
    const fold = (standing: { folded?: Folded }) => {
      if (is?.folded) {
        standing.folded = foldOf(is.folded);
      } else delete standing.folded;
    };
    const { id } = target;
    if (target.what === 'items') found.push({ standing: 'item', id, fold });
    if (target.what === 'reviews') found.push({ standing: 'review', id, fold });
    if (target.what === 'comments') found.push({ standing: 'comment', id, fold });
    if (target.what === 'proposals') found.push({ standing: 'proposal', id, fold });
    if (target.what === 'lists') found.push({ standing: 'list', id, fold });
  }
  if (target.what === 'replies' && was?.folded?.act !== is?.folded?.act)
    found.push({
      standing: 'review',
      id: target.id,
      fold: (standing) => {
        if (is?.folded) standing.replyFolded = foldOf(is.folded);
        else delete standing.replyFolded;
      },
    });
  for (const [gate, sign] of [
    [was, -1],
    [is, 1],
  ] as const) {
    if (!gate?.folded || !gate.authorId) continue;
    found.push({
      standing: 'person',
      id: gate.authorId,
      fold: (standing) => {
        standing.folded = (standing.folded ?? 0) + sign;
        if (standing.folded === 0) delete standing.folded;
      },
    });
  }
  return found;
}

/** An act in the log, with the votes on it. */
export function actEntries(row: Row): Entry[] {
  const act = actOf(row as ActRow);
  return [{ pk: actsPartition, sk: `${act.at}#${act.id}`, type: 'entry', card: JSON.stringify(act) }];
}

/** What is flagged and not folded yet, in the steward’s list. */
export function flaggedEntries(row: Row): Entry[] {
  const { target: text, about, at, flags, weight, needs, reasons, folded } = row as FlagGate;
  const target = readTarget(text, flaggable);
  if (!target || folded || flags === 0) return [];
  const thing: FlaggedThing = {
    what: target.what,
    target: target.id,
    about: { title: about.title, href: about.href },
    at,
    flags,
    weight,
    needs,
    reasons: ordered(reasons),
  };
  return [{ pk: flaggedPartition, sk: `${at}#${text}`, type: 'entry', card: JSON.stringify(thing) }];
}
