import { proposalsJudged, proposalsMade, versionsProposed } from '#functions/proposals/reader.ts';
import type { Section } from './section.ts';

/** What a person proposed, and what they voted on what others did. */
export const proposalSections: Record<string, Section> = {
  proposals: ({ caller }, after) => proposalsMade(caller.personId, after),
  proposalVersions: ({ caller }, after) => versionsProposed(caller.personId, after),
  proposalVotes: ({ caller }, after) => proposalsJudged(caller.personId, after),
};
