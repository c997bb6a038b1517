import { operations } from '#shared/capabilities.ts';
import { getArea } from './areas/get-area.ts';
import { listAreaPlaces } from './areas/list-area-places.ts';
import { listAreaRanks } from './areas/list-area-ranks.ts';
import { listPins } from './areas/list-pins.ts';
import { ask } from './ask/ask.ts';
import { getClaims } from './claims/get-claims.ts';
import { compareItems } from './comparisons/compare-items.ts';
import { listSimilar } from './comparisons/list-similar.ts';
import { getComment } from './discussions/get-comment.ts';
import { getThread } from './discussions/get-thread.ts';
import { listCommentsByPerson } from './discussions/list-comments-by-person.ts';
import { listLineComments } from './discussions/list-line-comments.ts';
import { listReplies } from './discussions/list-replies.ts';
import { listThreadComments } from './discussions/list-thread-comments.ts';
import { listWordings } from './discussions/list-wordings.ts';
import { countFollowers } from './follows/count-followers.ts';
import { listFollowers } from './follows/list-followers.ts';
import { listFollowing } from './follows/list-following.ts';
import { getHoldRules } from './holds/get-hold-rules.ts';
import type { Handlers } from './http/handler.ts';
import { servedBy } from './http/http-function.ts';
import { getList } from './lists/get-list.ts';
import { getListEntry } from './lists/get-list-entry.ts';
import { listEntries } from './lists/list-entries.ts';
import { listLists } from './lists/list-lists.ts';
import { listListsByPerson } from './lists/list-lists-by-person.ts';
import { listListsOfItem } from './lists/list-lists-of-item.ts';
import { getAct } from './moderation/get-act.ts';
import { getBan } from './moderation/get-ban.ts';
import { getFlags } from './moderation/get-flags.ts';
import { getSteward } from './moderation/get-steward.ts';
import { listActs } from './moderation/list-acts.ts';
import { getOdds } from './odds/get-odds.ts';
import { getApiDocument } from './openapi/get-api-document.ts';
import { getHours } from './places/get-hours.ts';
import { listFeatures } from './places/list-features.ts';
import { listPlaces } from './places/list-places.ts';
import { getConsentTerms } from './proposals/get-consent-terms.ts';
import { getProposal } from './proposals/get-proposal.ts';
import { getProposedContent } from './proposals/get-proposed-content.ts';
import { listProposals } from './proposals/list-proposals.ts';
import { listProposalsAbout } from './proposals/list-proposals-about.ts';
import { listProposalsByPerson } from './proposals/list-proposals-by-person.ts';
import { getAsked } from './questions/get-asked.ts';
import { getRankingParameters } from './ranking/get-ranking-parameters.ts';
import type { AtHand } from './read.ts';
import { getReply } from './replies/get-reply.ts';
import { compareRevisions } from './revisions/compare-revisions.ts';
import { getAuthors } from './revisions/get-authors.ts';
import { getRevision } from './revisions/get-revision.ts';
import { getText } from './revisions/get-text.ts';
import { listBacklinks } from './revisions/list-backlinks.ts';
import { listRevisions } from './revisions/list-revisions.ts';
import { getSave } from './saves/get-save.ts';
import { listPersonTags } from './saves/list-person-tags.ts';
import { listRecentSaves } from './saves/list-recent-saves.ts';
import { listSavers } from './saves/list-savers.ts';
import { listTaggedSaves } from './saves/list-tagged-saves.ts';
import { search } from './search/search.ts';
import { suggest } from './search/suggest.ts';
import { listSynonyms } from './tags/list-synonyms.ts';
import { relatedTags } from './tags/related-tags.ts';
import { getTaste } from './taste/get-taste.ts';
import { getTrust } from './trust/get-trust.ts';
import { getTrustRules } from './trust/get-trust-rules.ts';
import { countWatchers } from './watches/count-watchers.ts';
import { listChanges } from './watches/list-changes.ts';
import { getItemWork } from './work/get-item-work.ts';
import { getPersonWork } from './work/get-person-work.ts';
import { getWork } from './work/get-work.ts';
import { getYear } from './years/get-year.ts';

/** What is asked for now and then: with what is at hand in `read`, every operation that anyone may call. */
const handlers = {
  ask,
  getClaims,
  getReply,
  compareItems,
  listSimilar,
  getArea,
  listAreaPlaces,
  listAreaRanks,
  listPins,
  getComment,
  getThread,
  listCommentsByPerson,
  listLineComments,
  listReplies,
  listThreadComments,
  listWordings,
  countFollowers,
  listFollowers,
  listFollowing,
  getHoldRules,
  getList,
  getListEntry,
  listEntries,
  listLists,
  listListsByPerson,
  listListsOfItem,
  getOdds,
  getApiDocument,
  getHours,
  listPlaces,
  listFeatures,
  getConsentTerms,
  getProposal,
  getProposedContent,
  listProposals,
  listProposalsAbout,
  listProposalsByPerson,
  getAsked,
  getRankingParameters,
  compareRevisions,
  getAuthors,
  getRevision,
  getText,
  listBacklinks,
  listRevisions,
  getSave,
  listPersonTags,
  listRecentSaves,
  listSavers,
  listTaggedSaves,
  search,
  suggest,
  listSynonyms,
  relatedTags,
  getTaste,
  getAct,
  getBan,
  getFlags,
  getSteward,
  listActs,
  getTrust,
  getTrustRules,
  countWatchers,
  listChanges,
  getItemWork,
  getPersonWork,
  getWork,
  getYear,
} satisfies Omit<Handlers<'public'>, keyof AtHand>;

export const seldom = servedBy(operations, handlers);
