import type { CommentRow } from '#functions/discussions/table.ts';
import type { ActRow, JudgementRow } from '#functions/moderation/acts/table.ts';
import type { FlagGate, FlagRow } from '#functions/moderation/flags/table.ts';
import type { RevisionRow } from '#functions/revisions/table.ts';
import type { Row } from '#functions/table/table.ts';
import { revisionId, targetText } from '#shared/targets.ts';
import { type Check, entryOf } from './check.ts';

/** What is stored of flags on one target. */
class Flagged {
  gate: Pick<FlagGate, 'flags' | 'weight' | 'round' | 'folded' | 'ofLeavers'> | undefined;
  readonly flags: Pick<FlagRow, 'weight' | 'round' | 'foldedBy'>[] = [];
  /** The act that the thing itself names as what folded it; undefined where it is not there, or says nothing of folds. */
  mark: string | null | undefined;

  differences(): string[] {
    const { gate, mark } = this;
    const found: string[] = [];
    // Those of a round before are spent, and those of who left count for the fold that they were part of alone.
    const standing = this.flags.filter(
      ({ round, foldedBy }) =>
        round === (gate?.round ?? 0) && (foldedBy === undefined || foldedBy === gate?.folded?.act),
    );
    const leavers = standing.filter(({ foldedBy }) => foldedBy !== undefined).length;
    if (leavers !== (gate?.ofLeavers?.flags ?? 0))
      found.push(`has ${leavers} flags of who left, and counted ${gate?.ofLeavers?.flags ?? 0}`);
    const weight = standing.reduce((sum, flag) => sum + flag.weight, 0);
    if (standing.length !== (gate?.flags ?? 0) || weight !== (gate?.weight ?? 0))
      found.push(`has ${standing.length} flags of ${weight}, and counted ${gate?.flags ?? 0} of ${gate?.weight ?? 0}`);
    const folded = gate?.folded?.act ?? null;
    if (mark !== undefined && mark !== folded) found.push(`is folded by ${folded}, and says ${mark}`);
    return found;
  }
}

/** Flags come to the sums that fold something, votes on acts to theirs, and what is folded says so. */
export function checkModeration(): Check {
  const targets = new Map<string, Flagged>();
  const acts = new Map<string, Pick<ActRow, 'agree' | 'disagree' | 'undone'>>();
  const judged = new Map<string, { agree: number; disagree: number }>();
  const of = (target: string) => entryOf(targets, target, () => new Flagged());
  const add: Record<string, (row: Row) => void> = {
    flagGate: (row) => {
      const { target, flags, weight, round, folded, ofLeavers } = row as FlagGate;
      of(target).gate = { flags, weight, round, ...(folded ? { folded } : {}), ...(ofLeavers ? { ofLeavers } : {}) };
    },
    flag: (row) => {
      const { target, weight, round, foldedBy } = row as FlagRow;
      of(target).flags.push({ weight, round, ...(foldedBy ? { foldedBy } : {}) });
    },
    comment: (row) => {
      const { id, folded, withdrawn } = row as CommentRow;
      if (withdrawn === undefined) of(targetText({ what: 'comments', id })).mark = folded?.act ?? null;
    },
    revision: (row) => {
      const { itemId, n, folded } = row as RevisionRow;
      of(targetText({ what: 'revisions', id: revisionId(itemId, n) })).mark = folded?.act ?? null;
    },
    act: (row) => {
      const { id, agree, disagree, undone } = row as ActRow;
      acts.set(id, { agree, disagree, ...(undone === undefined ? {} : { undone }) });
    },
    judgement: (row) => {
      const { actId, judgement } = row as JudgementRow;
      entryOf(judged, actId, () => ({ agree: 0, disagree: 0 }))[judgement]++;
    },
  };
  const ofActs = () => [
    ...[...judged].flatMap(([id, { agree, disagree }]) => {
      const act = acts.get(id);
      // The votes of who left stay counted.
      if (act && act.agree >= agree && act.disagree >= disagree) return [];
      return [`The act ${id} has votes ${agree}:${disagree}, and counted ${act?.agree}:${act?.disagree}`];
    }),
    ...[...acts].flatMap(([id, { undone }]) =>
      undone === undefined || acts.has(undone) ? [] : [`The act ${id} is undone by ${undone}, which is not there`],
    ),
  ];
  return {
    add: (row) => add[String(row.type)]?.(row),
    differences: () => [
      ...[...targets].flatMap(([target, flagged]) =>
        flagged.differences().map((what) => `The target ${target} ${what}`),
      ),
      ...ofActs(),
    ],
  };
}
