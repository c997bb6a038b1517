import { commentPage } from '#shared/discussions/threads.ts';
import { seen } from '#tests/integration/contract/call.ts';
import type { World } from '#tests/worlds/alice-and-bob.ts';

type Listed = { page: string; ids: string[] };

/** Every list, by its page, and which pages its entries lead to, as the contract has it. */
export async function publicLists(world: World): Promise<Listed[]> {
  const { itemId } = world;
  const ranking = async (page: string, query: Record<string, string>) => ({
    page,
    ids: (await seen('listRanking', { query })).entries.map(({ id }) => `/i/${id}`),
  });
  const reviews = async (page: string, query: Record<string, string>) => ({
    page,
    ids: (await seen('listReviews', { params: { itemId }, query })).entries.map(({ id }) => `/r/${id}`),
  });
  const contributions = async (handle: string) => {
    const ids: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const query = cursor === undefined ? {} : { cursor };
      const { entries, next } = await seen('listContributions', { params: { handle }, query });
      ids.push(...entries.map(({ item, review }) => (review ? `/r/${review.id}` : `/i/${item.id}`)));
      if (next === null) return { page: `/@${handle}`, ids };
      cursor = next;
    }
  };
  const saves = async (page: string, found: Promise<{ entries: { item: { id: string } }[] }>) => ({
    page,
    ids: (await found).entries.map(({ item }) => `/i/${item.id}`),
  });
  const listed = async (page: string, found: Promise<{ entries: { id: string }[] }>) => ({
    page,
    ids: (await found).entries.map(({ id }) => `/l/${id}`),
  });
  const onList = async (listId: string) => ({
    page: `/l/${listId}`,
    ids: (await seen('listEntries', { params: { listId } })).entries.map((entry) => `/i/${entry.itemId}`),
  });
  const said = async (what: string) => ({
    page: `/i/${world.placeId}/${what}`,
    ids: (await seen('listThreadComments', { params: { what, target: world.placeId } })).entries.map((line) =>
      commentPage(line.what, line),
    ),
  });
  const carol = { handle: 'carol' };
  return Promise.all([
    listed('/lists', seen('listLists')),
    listed('/lists?order=voted', seen('listLists', { query: { order: 'voted' } })),
    listed('/@alice/lists', seen('listListsByPerson', { params: { handle: 'alice' } })),
    onList(world.listId),
    onList(world.closedListId),
    saves('/recent', seen('listRecentSaves')),
    saves('/tag/to-drop+web', seen('listTaggedSaves', { query: { tags: 'to-drop,web' } })),
    saves('/tag/c%2B%2B+web', seen('listTaggedSaves', { query: { tags: 'c++,web' } })),
    saves(`/i/${itemId}/savers`, seen('listSavers', { params: { itemId } })),
    saves('/@carol/saves', seen('listSaves', { params: carol })),
    saves('/@carol/shelf/link/read', seen('listSaves', { params: carol, query: { kind: 'link', shelf: 'read' } })),
    saves('/@carol/shelf/link', seen('listSaves', { params: carol, query: { kind: 'link' } })),
    saves('/@carol/own/c%2B%2B', seen('listSaves', { params: carol, query: { own: 'c++' } })),
    saves('/@carol/tag/list', seen('listSaves', { params: carol, query: { tag: 'list' } })),
    saves('/@carol/c%2B%2B', seen('listSaves', { params: carol, query: { tag: 'c++' } })),
    ranking('/?order=saved', { order: 'saved' }),
    ranking('/', {}),
    ranking('/?order=new', { order: 'new' }),
    ranking('/?order=top&window=week', { order: 'top', window: 'week' }),
    ranking('/k/link', { kind: 'link' }),
    ranking('/k/book?order=new', { kind: 'book', order: 'new' }),
    ranking('/t/web', { tag: 'web' }),
    ranking('/k/link/t/to-drop?order=best&window=day', { kind: 'link', tag: 'to-drop', order: 'best', window: 'day' }),
    reviews(`/i/${itemId}`, { order: 'newest' }),
    reviews(`/i/${itemId}?order=helpful&stars=4`, { order: 'helpful', stars: '4' }),
    said('questions'),
    said('tips'),
    contributions('alice'),
    contributions('bob'),
  ]);
}
