import { untilDone } from '#functions/table/until-done.ts';
import { AppError } from '#shared/app-error.ts';
import type { Tally } from '#shared/proposals/rules.ts';
import type { Verdict } from '#shared/proposals/schema.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { storeDecision, storeFinished } from './decisions/table.ts';
import type { Applied, Applying } from './effects/effect.ts';
import { effectOf } from './effects/effect-of.ts';
import { judge } from './judged.ts';
import { type ProposalRow, type VersionRow, wholeProposal } from './table.ts';
import { changeFrom } from './versions.ts';

export type Decided = { fact: ProposalRow; verdict: Verdict | null };

/**
 * Decides a proposal by the rule as it is now: an open one whose time is over, or one that was accepted and could not be
 * made. Whoever asks, and however often at once, it is made once: what it does and that it is done are one transaction,
 * on condition that nothing was voted meanwhile. @throws proposal_not_found, try_again
 */
export function decide(proposalId: string, now: Date): Promise<Decided> {
  return untilDone(async () => {
    const whole = await wholeProposal(proposalId, { strong: true });
    const { fact, versions } = whole;
    if (!fact) throw new AppError('proposal_not_found');
    const version = versions.find((row) => row.version === fact.version);
    if (fact.unfinished && version) return { fact: await finish(fact, version, now), verdict: null };
    if (fact.state === 'accepted' && version) {
      // Who consented did so to what they saw then: what could not be made by its last day is not made years later.
      if (now.getTime() >= Date.parse(fact.until)) {
        const refused = await refuse(fact, fact.outcome, now);
        return refused && { fact: refused, verdict: null };
      }
      const made = await make(fact, version, fact.outcome, now);
      return made && { fact: made, verdict: null };
    }
    if (fact.state !== 'open') return { fact, verdict: null };
    const { tally, verdict } = judge(fact, whole, now);
    if (verdict.result === 'wait') return { fact, verdict };
    const outcome = outcomeOf(tally, verdict);
    const decided =
      verdict.result === 'refuse' || !version
        ? await refuse(fact, outcome, now)
        : await make(fact, version, outcome, now);
    return decided && { fact: decided, verdict: null };
  });
}

const outcomeOf = (tally: Tally, { because }: Verdict) => ({ ...tally, because });
type Outcome = ProposalRow['outcome'];

async function refuse(fact: ProposalRow, outcome: Outcome, now: Date): Promise<ProposalRow | undefined> {
  const decision = { state: 'refused', decidedAt: isoSeconds(now), outcome } as const;
  return (await storeDecision(fact, decision)) ? undefined : { ...fact, ...decision };
}

/** Makes the change; or says why it cannot be made, and leaves it to its author. Undefined where it is to be looked at again. */
async function make(fact: ProposalRow, version: VersionRow, outcome: Outcome, now: Date) {
  const decidedAt = isoSeconds(now);
  const stuck = async (error: AppError): Promise<ProposalRow | undefined> => {
    const { code, message: detail } = error;
    const isKnown = fact.state === 'accepted' && fact.stuck?.code === code && fact.stuck.detail === detail;
    if (isKnown) return fact;
    const decision = { state: 'accepted', decidedAt, outcome, stuck: { code, detail } } as const;
    return (await storeDecision(fact, decision)) ? undefined : { ...fact, ...decision };
  };
  const change = await changeFrom(version);
  const effect = effectOf(change);
  let done: Applied;
  try {
    done = await effect.writes(change as never, applying(fact, now));
  } catch (error) {
    // What is busy is asked again later; what is refused is refused for a reason.
    if (error instanceof AppError && error.status < 500) return stuck(error);
    throw error;
  }
  const { writes, revision, opposite } = done;
  const decision = {
    state: 'applied',
    decidedAt,
    outcome,
    revision,
    opposite,
    ...(effect.finish ? { unfinished: true as const } : {}),
  } as const;
  const refused = await storeDecision(fact, decision, writes);
  if (refused === 'account') return make(withoutAuthor(fact), version, outcome, now);
  if (refused === 'reverts')
    return stuck(new AppError('change_conflict', 'What this would take back was taken back already'));
  if (refused) return undefined;
  return finish({ ...fact, ...decision, turn: fact.turn + 1 }, version, now);
}

const applying = ({ id, version, reason, by, byId, newcomer }: ProposalRow, now: Date): Applying => ({
  proposalId: id,
  version,
  summary: summaryOf(reason),
  ...(by === undefined ? {} : { by }),
  ...(byId === undefined ? {} : { byId }),
  ...(newcomer ? { newcomer } : {}),
  now,
});

/** The account of who proposed it was deleted: it is made under nobody’s name. */
function withoutAuthor(fact: ProposalRow): ProposalRow {
  const { by: _by, byId: _byId, ...rest } = fact;
  return rest as ProposalRow;
}

/** A reason as the summary of a revision: its first line. */
function summaryOf(reason: string): string {
  const [first = ''] = reason.split('\n');
  return first.length <= 200 ? first : `${first.slice(0, 199).toWellFormed()}…`;
}

/** Goes on with what did not fit into the transaction. */
async function finish(fact: ProposalRow, version: VersionRow, now: Date): Promise<ProposalRow> {
  if (!fact.unfinished) return fact;
  const change = await changeFrom(version);
  const { finish: goOn } = effectOf(change);
  if (goOn && !(await goOn(change as never, applying(fact, now)))) return fact;
  await storeFinished(fact.id);
  const { unfinished: _unfinished, ...rest } = fact;
  return rest as ProposalRow;
}
