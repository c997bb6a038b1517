import type { Handler, PersonContext } from '#functions/http/handler.ts';
import { handleOf, requireAccount } from '#functions/people/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { timesOf, versionsAtMost } from '#shared/proposals/rules.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { looked } from './draft.ts';
import { proposalOf } from './judged.ts';
import { type ProposalRow, proposalById, storeVersion } from './table.ts';
import { consentNow } from './terms.ts';
import { versionFrom } from './versions.ts';

/** A proposal of the caller’s that nobody decided. @throws proposal_not_found, not_your_proposal, proposal_decided */
export async function requireOwn(proposalId: string, context: PersonContext): Promise<ProposalRow> {
  const [fact, profile] = await Promise.all([proposalById(proposalId, { strong: true }), requireAccount(context)]);
  handleOf(profile);
  if (!fact) throw new AppError('proposal_not_found');
  if (fact.byId !== context.caller.personId) throw new AppError('not_your_proposal');
  return fact;
}

export const reviseProposal: Handler<'reviseProposal'> = async ({ params, body }, context) => {
  const { now, caller } = context;
  const before = await requireOwn(params.proposalId, context);
  const { change, reason, version } = body;
  if (before.change.what !== change.what)
    throw new AppError('change_not_possible', 'A new version is of the same sort');
  const { whole, ...about } = await looked(change, caller.personId);
  // A repeat of what went through is answered as it was.
  const isRepeat = before.version === version + 1 && before.same === about.same && before.reason === reason;
  if (isRepeat) return { proposal: proposalOf(before) };
  if (before.version !== version) throw new AppError('proposal_changed');
  if (before.state !== 'open' && before.state !== 'accepted') throw new AppError('proposal_decided');
  // What takes another proposal back is what that one says; of anything else it would be marked as reverted.
  if (before.reverts !== undefined && before.same !== about.same)
    throw new AppError('change_not_possible', 'What takes a proposal back stays as it is');
  if (version >= versionsAtMost) throw new AppError('too_many_versions');
  const consent = await consentNow(change.what, now);
  // What was removed can be written again: this version is not what was.
  const { stuck: _stuck, decidedAt: _decidedAt, outcome: _outcome, removed: _removed, ...kept } = before;
  const row: ProposalRow = {
    ...kept,
    ...about,
    reason,
    version: version + 1,
    state: 'open',
    ...timesOf(consent.hours, now),
    ...consent,
    turn: before.turn + 1,
  };
  const next = await versionFrom({ ...row, at: isoSeconds(now) }, whole);
  const failed = await storeVersion(row, before, next, caller.personId);
  if (!failed) return { proposal: proposalOf(row) };
  if (failed === 'account') throw new AppError('account_deleted');
  if (failed === 'same') throw new AppError('change_not_possible', 'The same is proposed already');
  throw new AppError('try_again');
};
