import type { PersonContext } from '#functions/http/handler.ts';
import { itemWithStanding } from '#functions/items/reader.ts';
import { requireMayAppeal, requireNotBanned } from '#functions/moderation/reader.ts';
import { createdIdOf, handleOf, requireAccount } from '#functions/people/reader.ts';
import { untilDone } from '#functions/table/until-done.ts';
import { requirePower } from '#functions/trust/reader.ts';
import { watchWritten } from '#functions/watches/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { newId } from '#shared/ids.ts';
import { timesOf } from '#shared/proposals/rules.ts';
import type { Change, Proposal } from '#shared/proposals/schema.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { isNewcomer } from '#shared/revisions/rules.ts';
import { crowdTags } from '#shared/tags/rules.ts';
import type { licences } from '#shared/text.ts';
import { looked, requestDigest } from './draft.ts';
import { proposalOf } from './judged.ts';
import { openWithSame, type ProposalRow, proposalById, proposalKey, storeProposal } from './table.ts';
import { consentNow } from './terms.ts';
import { versionFrom } from './versions.ts';

type Given = {
  change: Change;
  reason: string;
  licence?: (typeof licences)[number];
  reverts?: string;
  idempotencyKey?: string;
};
/** How many of the tags that most put on an item are kept with what is proposed of it. */
const tagsKept = 5;

/** What it takes to put a change forward: more where it changes every page at once. */
const powerFor = ({ what }: Change) => (what === 'parameters' ? 'decide' : 'propose');

/** Puts a change forward, or leads to the undecided proposal of the same. @throws AppError as createProposal says */
export async function propose(
  given: Given,
  context: PersonContext,
): Promise<{ proposal: Proposal; existing: boolean }> {
  const { change, reason, licence = 'CC-BY-SA-4.0', reverts, idempotencyKey } = given;
  const { caller, now } = context;
  await (change.what === 'appeal' ? requireMayAppeal(context, change.act) : requireNotBanned(context));
  const { personId } = caller;
  const [profile] = await Promise.all([requireAccount(context), requirePower(context, powerFor(change))]);
  const by = handleOf(profile);
  const id = idempotencyKey
    ? createdIdOf(caller.sub, reverts ? 'revertProposal' : 'createProposal', idempotencyKey)
    : newId();
  const digest = idempotencyKey ? requestDigest([change, reason, licence, reverts]) : undefined;
  const made = idempotencyKey ? await proposalById(id, { strong: true }) : undefined;
  if (made) return { proposal: proposalOf(sameRequest(made, digest)), existing: false };

  const { whole, ...about } = await looked(change, personId);
  const [consent, tags] = await Promise.all([consentNow(change.what, now), tagsOf(about.itemId)]);
  const row: ProposalRow = {
    ...proposalKey(id),
    type: 'proposal',
    id,
    ...about,
    reason,
    licence,
    at: isoSeconds(now),
    by,
    byId: personId,
    version: 1,
    state: 'open',
    ...timesOf(consent.hours, now),
    ...consent,
    turn: 1,
    ...(isNewcomer(profile?.at, now) ? { newcomer: true as const } : {}),
    ...(tags.length > 0 ? { tags } : {}),
    ...(reverts ? { reverts } : {}),
    ...(digest ? { digest } : {}),
  };
  const first = await versionFrom(row, whole);
  return untilDone(async () => {
    const failed = await storeProposal(row, first, personId);
    if (!failed) {
      await watchWritten(context, { what: 'proposals', id }, row.about.title);
      return { proposal: proposalOf(row), existing: false };
    }
    if (failed === 'account') throw new AppError('account_deleted');
    if (failed === 'same') {
      const there = await openWithSame(row.same);
      // Decided meanwhile: the change is free again.
      return there && { proposal: proposalOf(there), existing: true };
    }
    const created = await proposalById(id, { strong: true });
    return created && { proposal: proposalOf(sameRequest(created, digest)), existing: false };
  });
}

/** What a key created is the answer to the same request alone. */
function sameRequest(created: ProposalRow, digest: string | undefined): ProposalRow {
  if (created.digest !== digest) throw new AppError('idempotency_key_reused');
  return created;
}

async function tagsOf(itemId: string | undefined): Promise<string[]> {
  if (itemId === undefined) return [];
  const { standing } = await itemWithStanding(itemId);
  return crowdTags(standing?.tags ?? {})
    .slice(0, tagsKept)
    .map(({ tag }) => tag);
}
