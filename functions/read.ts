import { countFollowers } from './follows/count-followers.ts';
import { listFollowers } from './follows/list-followers.ts';
import { listFollowing } from './follows/list-following.ts';
import { getHoldRules } from './holds/get-hold-rules.ts';
import type { Handlers } from './http/handler.ts';
import { httpFunction } from './http/http-function.ts';
import { findItem } from './items/find-item.ts';
import { getItem } from './items/get-item.ts';
import { getList } from './lists/get-list.ts';
import { getListEntry } from './lists/get-list-entry.ts';
import { listEntries } from './lists/list-entries.ts';
import { listLists } from './lists/list-lists.ts';
import { listListsByPerson } from './lists/list-lists-by-person.ts';
import { listListsOfItem } from './lists/list-lists-of-item.ts';
import { getApiDocument } from './openapi/get-api-document.ts';
import { getPerson } from './people/get-person.ts';
import { listContributions } from './people/list-contributions.ts';
import { explainRanking } from './ranking/explain-ranking.ts';
import { getRankingParameters } from './ranking/get-ranking-parameters.ts';
import { listRanking } from './ranking/list-ranking.ts';
import { getReview } from './reviews/get-review.ts';
import { listReviews } from './reviews/list-reviews.ts';
import { getSave } from './saves/get-save.ts';
import { getShelves } from './saves/get-shelves.ts';
import { listPersonTags } from './saves/list-person-tags.ts';
import { listRecentSaves } from './saves/list-recent-saves.ts';
import { listSavers } from './saves/list-savers.ts';
import { listSaves } from './saves/list-saves.ts';
import { listTaggedSaves } from './saves/list-tagged-saves.ts';
import { listSynonyms } from './tags/list-synonyms.ts';
import { listTags } from './tags/list-tags.ts';
import { relatedTags } from './tags/related-tags.ts';
import { getTaste } from './taste/get-taste.ts';
import { getYear } from './years/get-year.ts';

/** Serves everything that anyone may read. */
export const handler = httpFunction({
  findItem,
  getHoldRules,
  getItem,
  getApiDocument,
  getList,
  getListEntry,
  listEntries,
  listLists,
  listListsByPerson,
  listListsOfItem,
  getPerson,
  listContributions,
  explainRanking,
  getRankingParameters,
  listRanking,
  getReview,
  listReviews,
  getSave,
  getShelves,
  listPersonTags,
  listRecentSaves,
  listSavers,
  listSaves,
  listTaggedSaves,
  listTags,
  countFollowers,
  listFollowing,
  listFollowers,
  getTaste,
  getYear,
  relatedTags,
  listSynonyms,
} satisfies Handlers<'public'>);
