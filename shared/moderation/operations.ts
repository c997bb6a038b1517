import * as z from 'zod/mini';
import { id } from '../ids.ts';
import { usualLimits } from '../limits/rules.ts';
import { operation } from '../operation.ts';
import { cursor, pageOf } from '../paging.ts';
import { handle } from '../people/schema.ts';
import { targetPath } from '../targets.ts';
import { longestBan } from './rules.ts';
import {
  act,
  actWords,
  ban,
  flaggable,
  flaggedThing,
  flagReason,
  flagWords,
  folded,
  judgement,
  reasonCounts,
  removable,
} from './schema.ts';

const flagPath = targetPath(flaggable);
const actPath = z.strictObject({ actId: id });

export const getFlags = operation({
  name: 'getFlags',
  method: 'GET',
  path: '/api/flags/{what}/{target}',
  auth: 'public',
  freshness: 'page',
  summary: 'How many people flagged something, for which reasons, and how many it takes to fold it. Never who.',
  params: flagPath,
  output: z.object({
    flags: z.number(),
    reasons: reasonCounts,
    weight: z.number(),
    needs: z.number(),
    folded: z.nullable(folded),
  }),
  errors: [],
});

export const getMyFlag = operation({
  name: 'getMyFlag',
  method: 'GET',
  path: '/api/me/flags/{what}/{target}',
  auth: 'person',
  freshness: 'none',
  summary: 'Your flag on something; null where there is none.',
  params: flagPath,
  output: z.object({ flag: z.nullable(z.object({ reason: flagReason, words: z.string(), at: z.string() })) }),
  errors: ['account_deleted'],
});

export const flagTarget = operation({
  name: 'flagTarget',
  method: 'PUT',
  path: '/api/me/flags/{what}/{target}',
  auth: 'person',
  freshness: 'none',
  summary:
    'Flag something of somebody else’s. Enough flags of different people fold it. The reason is counted for everybody to see; your name and words are not shown.',
  params: flagPath,
  body: z
    .strictObject({ reason: flagReason, words: z._default(flagWords, '') })
    .check(z.refine(({ reason, words }) => reason !== 'other' || words !== '', 'says “other” without words')),
  limits: [...usualLimits, 'flags'],
  output: z.object({ flagged: z.literal(true), folded: z.boolean() }),
  errors: ['nothing_to_flag', 'own_flag', 'flag_spent', 'trust_too_low', 'account_deleted', 'handle_required'],
});

export const unflagTarget = operation({
  name: 'unflagTarget',
  method: 'DELETE',
  path: '/api/me/flags/{what}/{target}',
  auth: 'person',
  freshness: 'none',
  summary: 'Take your flag back. Where too few are left, what they folded unfolds. Repeating it changes nothing.',
  params: flagPath,
  output: z.object({ withdrawn: z.boolean() }),
  errors: ['flag_spent', 'account_deleted'],
});

export const listActs = operation({
  name: 'listActs',
  method: 'GET',
  path: '/api/moderation',
  auth: 'public',
  freshness: 'page',
  summary:
    'Every act of moderation, newest first, twenty a page: what was done, by whom or by which rule, why, and the votes on it.',
  query: z.strictObject({ cursor: z.optional(cursor) }),
  output: pageOf(act),
  errors: ['invalid_cursor'],
});

export const getAct = operation({
  name: 'getAct',
  method: 'GET',
  path: '/api/moderation/{actId}',
  auth: 'public',
  freshness: 'page',
  summary: 'One act of moderation.',
  params: actPath,
  output: z.object({ act }),
  errors: ['act_not_found'],
});

export const getMyJudgement = operation({
  name: 'getMyJudgement',
  method: 'GET',
  path: '/api/moderation/{actId}/judgement',
  auth: 'person',
  freshness: 'none',
  summary: 'Your vote on an act of moderation; null where there is none. `mine` where it is about something of yours.',
  params: actPath,
  output: z.object({ judgement: z.nullable(judgement), mine: z.boolean() }),
  errors: ['act_not_found', 'account_deleted'],
});

export const judgeAct = operation({
  name: 'judgeAct',
  method: 'PUT',
  path: '/api/moderation/{actId}/judgement',
  auth: 'person',
  freshness: 'none',
  summary: 'Agree or disagree with an act of moderation. It is undone once enough more disagree than agree.',
  params: actPath,
  body: z.strictObject({ judgement }),
  output: z.object({ act }),
  errors: [
    'act_not_found',
    'not_undoable',
    'own_act',
    'flagged_already',
    'trust_too_low',
    'account_deleted',
    'handle_required',
  ],
});

export const withdrawJudgement = operation({
  name: 'withdrawJudgement',
  method: 'DELETE',
  path: '/api/moderation/{actId}/judgement',
  auth: 'person',
  freshness: 'none',
  summary: 'Take your vote on an act of moderation back, while it was not undone. Repeating it changes nothing.',
  params: actPath,
  output: z.object({ act }),
  errors: ['act_not_found', 'account_deleted'],
});

export const getSteward = operation({
  name: 'getSteward',
  method: 'GET',
  path: '/api/steward',
  auth: 'public',
  freshness: 'page',
  summary: 'Who answers for this site before the law; null where nobody does. And what a steward can do.',
  output: z.object({ steward: z.nullable(z.object({ handle: z.string(), since: z.string() })) }),
  errors: [],
});

export const removeText = operation({
  name: 'removeText',
  method: 'PUT',
  path: '/api/moderation/removals/{what}/{target}',
  auth: 'person',
  freshness: 'none',
  summary: 'As the steward, take the text off something that the law does not let stand. The log says so, and why.',
  params: targetPath(removable),
  body: z.strictObject({ words: actWords }),
  output: z.object({ act }),
  errors: ['steward_only', 'nothing_to_remove', 'account_deleted'],
});

export const getBan = operation({
  name: 'getBan',
  method: 'GET',
  path: '/api/people/{handle}/ban',
  auth: 'public',
  freshness: 'page',
  summary: 'Whether a person is banned, until when, and why.',
  params: z.strictObject({ handle }),
  output: z.object({ ban: z.nullable(ban) }),
  errors: ['person_not_found'],
});

export const banPerson = operation({
  name: 'banPerson',
  method: 'PUT',
  path: '/api/people/{handle}/ban',
  auth: 'person',
  freshness: 'none',
  summary:
    'As the steward, keep a person from writing for some days, for a reason that everybody reads. They may still read, take back, export, appeal and leave.',
  params: z.strictObject({ handle }),
  body: z.strictObject({ days: z.int().check(z.gte(1), z.lte(longestBan)), words: actWords }),
  output: z.object({ act }),
  errors: ['steward_only', 'person_not_found', 'ban_yourself', 'account_deleted'],
});

export const unbanPerson = operation({
  name: 'unbanPerson',
  method: 'DELETE',
  path: '/api/people/{handle}/ban',
  auth: 'person',
  freshness: 'none',
  summary: 'As the steward, lift a ban, for a reason that everybody reads; `act` is null where nobody was banned.',
  params: z.strictObject({ handle }),
  query: z.strictObject({ words: actWords }),
  output: z.object({ act: z.nullable(act) }),
  errors: ['steward_only', 'person_not_found', 'account_deleted'],
});

export const listFlagged = operation({
  name: 'listFlagged',
  method: 'GET',
  path: '/api/me/flagged',
  auth: 'person',
  freshness: 'none',
  summary: 'As the steward, what was flagged and is not folded, the latest first, twenty a page. Never who flagged it.',
  query: z.strictObject({ cursor: z.optional(cursor) }),
  output: pageOf(flaggedThing),
  errors: ['steward_only', 'account_deleted', 'invalid_cursor'],
});

export const getFlagWords = operation({
  name: 'getFlagWords',
  method: 'GET',
  path: '/api/me/flagged/{what}/{target}',
  auth: 'person',
  freshness: 'none',
  summary: 'As the steward, what those who flagged something said of it, fifty of them at most. Never who they are.',
  params: flagPath,
  output: z.object({ flags: z.array(z.object({ reason: flagReason, words: z.string(), at: z.string() })) }),
  errors: ['steward_only', 'account_deleted'],
});

export const moderationOperations = {
  getFlags,
  getMyFlag,
  flagTarget,
  unflagTarget,
  listActs,
  getAct,
  getMyJudgement,
  judgeAct,
  withdrawJudgement,
  getSteward,
  removeText,
  getBan,
  banPerson,
  unbanPerson,
  listFlagged,
  getFlagWords,
};
