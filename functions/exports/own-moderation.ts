import { flagsGiven, judgementsOf } from '#functions/moderation/reader.ts';
import { ofAll, type Section } from './section.ts';

/** What a person flagged, and how they voted on acts of moderation. */
export const moderationSections: Record<string, Section> = {
  flags: ofAll(async ({ caller }) =>
    (await flagsGiven(caller.personId)).map(({ target, reason, words, at }) => ({
      name: target,
      value: { target, reason, words, at },
    })),
  ),
  actVotes: ofAll(async ({ caller }) =>
    (await judgementsOf(caller.personId)).map(({ actId, judgement, at }) => ({
      name: actId,
      value: { act: actId, vote: judgement, at },
    })),
  ),
};
