import { reviewIdOf } from '#functions/people/identity.ts';
import { reviewById } from '#functions/reviews/table.ts';
import type { OperationName, Operations } from '#shared/capabilities.ts';
import { exportFormats } from '#shared/exports/schema.ts';
import type { KindName } from '#shared/items/kinds/registry.ts';
import type { Operation, RequestOf } from '#shared/operation.ts';
import type { World } from '#tests/worlds/alice-and-bob.ts';
import { areaExamples } from './area-request.ts';
import { claimExamples } from './claim-request.ts';
import { type Request, subOf } from './event.ts';
import { fieldsOf, fresh } from './fields.ts';
import { listExamples } from './list-request.ts';
import { moderationExamples } from './moderation-request.ts';
import { placeExamples } from './place-request.ts';
import { proposalExamples } from './proposal-request.ts';
import { revisionExamples } from './revision-request.ts';
import { searchExamples } from './search-request.ts';
import { talkExamples } from './talk-request.ts';

/** The parts that an operation takes; those it does not take are left out. */
type Parts<O extends Operation> = {
  [P in keyof RequestOf<O> as undefined extends RequestOf<O>[P] ? never : P]: RequestOf<O>[P];
};
/** A valid request: who sends it, where an operation wants a person, and by which kind's schema its `fields` go. */
export type Valid = Request & { by?: string; fieldsOf?: KindName };
type Example<N extends OperationName> = Parts<Operations[N]> &
  Pick<Valid, 'fieldsOf' | 'headers'> &
  (Operations[N]['auth'] extends 'person' ? { by: string } : { by?: undefined });

/** A browser's bookmarks, others every time. */
const bookmarks = () =>
  `<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><DT><A HREF="https://example.org/kept/${fresh()}" TAGS="later">Kept</A>`;
const csv = 'Book Id,Title,Author,My Rating,My Review\r\n1,One,Ann,4,Good\r\n2,Two,Bert,0,\r\n';

/**
 * Valid requests of every operation in the world of alice and bob; a new operation without an example does not
 * compile. Asked again, an example is valid again.
 */
export type Examples = { [N in OperationName]: (world: World) => Promise<Example<N>[]> | Example<N>[] };

/** All of them, by operation. */
export const examples: Examples = {
  ...areaExamples,
  ...revisionExamples,
  ...moderationExamples,
  ...proposalExamples,
  ...placeExamples,
  ...searchExamples,
  ...claimExamples,
  ...listExamples,
  ...talkExamples,
  getMe: () => [{ by: 'alice' }],
  chooseHandle: () => {
    const name = `newcomer${fresh()}`;
    return [{ by: name, body: { handle: name } }];
  },
  deleteAccount: () => [{ by: `leaver${fresh()}` }],
  getPerson: () => [{ params: { handle: 'alice' } }],
  listContributions: () => [{ params: { handle: 'alice' }, query: {} }],
  createItem: () =>
    (Object.keys(fieldsOf) as KindName[]).map((kind) => ({
      by: 'alice',
      fieldsOf: kind,
      body: { kind, fields: fieldsOf[kind](), licence: 'CC0-1.0' },
    })),
  getHoldRules: () => [{}],
  getItem: ({ itemId }) => [{ params: { itemId } }],
  findItem: () => [{ query: { kind: 'link', value: 'https://example.org/alice' } }],
  getMyView: ({ itemId }) => [{ by: 'bob', params: { itemId } }],
  postReview: async ({ itemId }) => {
    const mine = await reviewById(reviewIdOf(subOf('bob'), itemId), { strong: true });
    const written = {
      rating: 3.5,
      text: `Said ${fresh()} times`,
      aspects: { accuracy: 4 },
      experiencedOn: '2024-02-29',
      licence: 'CC-BY-4.0' as const,
      revision: mine?.revision,
    };
    return [{ by: 'bob', params: { itemId }, body: written }];
  },
  withdrawReview: ({ itemId }) => [{ by: 'dave', params: { itemId } }],
  listReviews: ({ itemId }) => [{ params: { itemId }, query: { order: 'newest', stars: '4' } }],
  getReview: ({ reviewId }) => [{ params: { reviewId } }],
  castVote: ({ itemId }) => [{ by: 'carol', params: { itemId }, body: { value: 'down' } }],
  withdrawVote: ({ itemId }) => [{ by: 'dave', params: { itemId } }],
  markReview: ({ reviewId }) => [{ by: 'carol', params: { reviewId, mark: 'funny' } }],
  unmarkReview: ({ reviewId }) => [{ by: 'carol', params: { reviewId, mark: 'cool' } }],
  listMyMarks: ({ itemId, reviewId, commentId }) => [
    { by: 'carol', query: { items: itemId, reviews: reviewId, comments: commentId } },
  ],
  applyTag: ({ itemId }) => [{ by: 'carol', params: { itemId, tag: 'to-keep' } }],
  removeTag: ({ itemId }) => [{ by: 'carol', params: { itemId, tag: 'to-drop' } }],
  listTags: () => [{ query: {} }],
  relatedTags: () => [{ params: { tag: 'web' } }],
  retag: () => [{ by: 'carol', query: {}, body: { from: ['to-drop', 'never-used'], to: 'dropped' } }],
  putBundle: () => [{ by: 'carol', params: { bundle: 'reading' }, body: { tags: ['web', 'to-keep'] } }],
  removeBundle: () => [{ by: 'carol', params: { bundle: 'old-bundle' } }],
  listBundles: () => [{ by: 'carol' }],
  listSynonyms: () => [{ params: { tag: 'web' } }],
  saveItem: ({ itemId }) => [
    {
      by: 'bob',
      params: { itemId },
      body: {
        shelf: 'read',
        shelves: ['keepers'],
        note: `Saved ${fresh()} times`,
        privateNote: 'Mine alone',
        private: true,
        tags: ['web', 'later'],
        readings: [{ started: '2024-02-01', finished: '2024-02-29', progress: [{ on: '2024-02-02', percent: 40 }] }],
        at: '2024-02-29T12:00:00Z',
      },
    },
  ],
  saveAddress: () => [
    {
      by: 'bob',
      body: {
        url: `https://example.org/saved/${fresh()}`,
        title: 'A page to keep',
        description: 'About keeping.',
        shelf: 'to-read',
        note: 'Later',
        tags: ['later'],
        private: false,
      },
    },
  ],
  unsaveItem: ({ itemId }) => [{ by: 'dave', params: { itemId } }],
  noteProgress: ({ bookId }) => [{ by: 'carol', params: { itemId: bookId, day: '2024-03-01' }, body: { page: 120 } }],
  removeProgress: ({ bookId }) => [{ by: 'carol', params: { itemId: bookId, day: '2024-02-03' } }],
  putGoal: () => [{ by: 'carol', params: { year: '2024', kind: 'book' }, body: { target: 24, private: false } }],
  removeGoal: () => [{ by: 'dave', params: { year: '2024', kind: 'book' } }],
  getYear: () => [{ params: { handle: 'carol', year: '2024' } }],
  getOdds: () => [{}],
  getMyOdds: ({ itemId }) => [{ by: 'carol', params: { itemId } }],
  getWork: () => [{}],
  getItemWork: ({ itemId }) => [{ params: { itemId } }],
  getPersonWork: () => [{ params: { handle: 'alice' }, query: {} }],
  getMyYear: () => [{ by: 'carol', params: { year: '2024' } }],
  lookUpSave: () => [{ by: 'carol', query: { url: 'https://example.org/alice', title: 'A page of alice’s' } }],
  getMySave: ({ itemId }) => [{ by: 'carol', params: { itemId } }],
  listMySaves: () => [{ by: 'carol', query: { kind: 'link', shelf: 'read' } }],
  listSaves: () => [{ params: { handle: 'carol' }, query: { tag: 'web' } }],
  getSave: ({ itemId }) => [{ params: { handle: 'carol', itemId } }],
  getMyShelves: () => [{ by: 'carol' }],
  getShelves: () => [{ params: { handle: 'carol' } }],
  listMyTags: () => [{ by: 'carol', query: {} }],
  listPersonTags: () => [{ params: { handle: 'carol' }, query: {} }],
  listSavers: ({ itemId }) => [{ params: { itemId }, query: {} }],
  listRecentSaves: () => [{ query: {} }],
  listTaggedSaves: () => [{ query: { tags: 'web,to-drop' } }],
  listRanking: () => [{ query: { kind: 'link', tag: 'web', order: 'top', window: 'week' } }],
  explainRanking: ({ itemId }) => [{ params: { itemId } }],
  getRankingParameters: () => [{}],
  listLists: () => [{ query: { order: 'voted' } }, { query: {} }],
  listListsByPerson: () => [{ params: { handle: 'alice' }, query: {} }],
  listListsOfItem: ({ itemId }) => [{ params: { itemId }, query: {} }],
  inspectFile: () => [{ by: 'bob', body: { text: csv, filename: 'library.csv' } }],
  startImport: () => [
    { by: 'bob', body: { format: 'goodreads', text: csv } },
    { by: 'bob', body: { text: bookmarks(), filename: 'bookmarks.html', visibility: 'private' } },
  ],
  advanceImport: ({ importId }) => [{ by: 'alice', params: { importId } }],
  getImport: ({ importId }) => [{ by: 'alice', params: { importId } }],
  listImportRows: ({ importId }) => [{ by: 'alice', params: { importId }, query: {} }],
  keepSession: () => [{ body: { refreshToken: `refresh-token-${fresh()}` } }],
  renewSession: () => [{ headers: { cookie: 'other=1; session=a-refresh-token' } }],
  endSession: () => [{ headers: { cookie: 'session=a-refresh-token' } }, {}],
  exportMine: () =>
    exportFormats.map((format) => ({ by: 'carol', params: { format }, query: { site: 'https://example.org' } })),
  getApiDocument: () => [{}],
  createToken: () => [{ by: 'carol', body: { name: `Script ${fresh()}`, scopes: ['read', 'save'] } }],
  listTokens: () => [{ by: 'carol' }],
  // Any id will do: what is none of one’s own is revoked already.
  revokeToken: () => [{ by: 'carol', params: { tokenId: 'a1b2c3d4e5f6' } }],
  followTarget: ({ itemId }) => [
    { by: 'bob', params: { what: 'people', target: 'alice' } },
    { by: 'bob', params: { what: 'tags', target: 'Web' } },
    { by: 'bob', params: { what: 'items', target: itemId } },
  ],
  unfollowTarget: ({ itemId }) => [
    { by: 'dave', params: { what: 'people', target: 'alice' } },
    { by: 'dave', params: { what: 'tags', target: 'web' } },
    { by: 'dave', params: { what: 'items', target: itemId } },
  ],
  getMyFollow: () => [{ by: 'bob', params: { what: 'people', target: 'alice' } }],
  listMyFollows: () => [{ by: 'bob', query: { what: 'people' } }],
  listHome: () => [{ by: 'bob', query: {} }],
  countFollowers: () => [{ params: { what: 'people', target: 'alice' } }],
  listFollowing: () => [{ params: { handle: 'bob' }, query: {} }],
  listFollowers: () => [{ params: { handle: 'alice' }, query: {} }],
  muteTarget: ({ itemId }) => [
    { by: 'bob', params: { what: 'people', target: 'carol' } },
    { by: 'bob', params: { what: 'tags', target: 'dull' } },
    { by: 'bob', params: { what: 'items', target: itemId } },
  ],
  unmuteTarget: () => [{ by: 'dave', params: { what: 'people', target: 'carol' } }],
  listMyMutes: () => [{ by: 'bob', query: {} }],
  sendItem: ({ itemId }) => [{ by: 'carol', params: { handle: 'bob', itemId }, body: { note: 'Have a look.' } }],
  listInbox: () => [{ by: 'bob', query: {} }],
  countUnread: () => [{ by: 'bob' }],
  markInboxRead: () => [{ by: 'bob', body: { until: '2026-01-01T00:00:00.000Z' } }],
  dismissSent: ({ itemId }) => [{ by: 'alice', params: { handle: 'carol', itemId } }],
  compareItems: ({ itemId, bookId }) => [{ query: { items: `${itemId},${bookId}` } }],
  listSimilar: ({ itemId }) => [{ params: { itemId } }],
  getTaste: () => [{ params: { handle: 'alice', other: 'bob' } }],
  listNotices: () => [{ by: 'bob', query: {} }],
  markNoticesRead: () => [
    { by: 'bob', body: { until: '2026-01-01T00:00:00Z' } },
    { by: 'bob', body: { one: 'ca1b2c3d4e5f6' } },
  ],
  countWaiting: () => [{ by: 'bob' }],
  getNoticeSettings: () => [{ by: 'bob' }],
  putNoticeSettings: () => [
    { by: 'bob', body: { off: ['mention'], digest: 'off', watchWritten: true, site: 'https://example.org' } },
  ],
  getDigest: ({ digestToken }) => (digestToken ? [{ params: { token: digestToken } }] : []),
  // Any will do: one that is nobody’s ended before.
  unsubscribe: () => [{ params: { token: 'a1b2c3d4e5f6a1b2c3d4e5f6' } }],
  watchTarget: ({ itemId }) => [
    { by: 'bob', params: { what: 'items', target: itemId } },
    { by: 'bob', params: { what: 'tags', target: 'Web' } },
    { by: 'bob', params: { what: 'people', target: 'alice' } },
  ],
  unwatchTarget: ({ itemId }) => [
    { by: 'dave', params: { what: 'items', target: itemId } },
    { by: 'dave', params: { what: 'tags', target: 'web' } },
  ],
  getMyWatch: ({ itemId }) => [{ by: 'bob', params: { what: 'items', target: itemId } }],
  listMyWatches: () => [{ by: 'bob', query: { what: 'items' } }],
  listWatchedChanges: () => [{ by: 'bob', query: {} }],
  markWatchedSeen: () => [
    { by: 'bob', body: { until: '2026-01-01T00:00:00Z' } },
    { by: 'bob', body: { one: 'ca1b2c3d4e5f6' } },
  ],
  countWatchers: ({ itemId }) => [{ params: { what: 'items', target: itemId } }],
  listChanges: () => [{ query: { kind: 'link', tag: 'web', newcomers: 'yes', minor: 'hidden', unreviewed: 'yes' } }],
  patrolRevision: ({ itemId }) => [{ by: 'bob', params: { itemId, n: '1' } }],
  cancelImport: ({ cancelledImportId }) => [{ by: 'alice', params: { importId: cancelledImportId } }],
};

/** The valid requests of an operation, whatever it takes. */
export async function examplesOf(operation: Operation, world: World): Promise<Valid[]> {
  return examples[operation.name as OperationName](world) as Promise<Valid[]> | Valid[];
}
