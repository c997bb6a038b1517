import type { Review } from '#shared/reviews/schema.ts';
import { type Answer, call } from '../../client/call.ts';
import { setLoaded, useLoad } from '../../client/loads.ts';
import { useSession } from '../../client/session.ts';

export function useItem(itemId: string, wanted = true) {
  return useLoad(`item:${itemId}`, () => call('getItem', { params: { itemId } }), wanted);
}

export type MyView = Answer<'getMyView'>;
const myViewKey = (itemId: string) => `mine:view:${itemId}`;

/** My vote, review and tags on an item, exact whatever the projections show yet. */
export function useMyView(itemId: string, onAnswer: (view: MyView, askedAt: number) => void) {
  const { signedIn } = useSession();
  return useLoad(
    myViewKey(itemId),
    async () => {
      const askedAt = Date.now();
      const view = await call('getMyView', { params: { itemId } });
      onAnswer(view, askedAt);
      return view;
    },
    signedIn,
  );
}

export function setMyReview(itemId: string, review: Review | null): void {
  setLoaded<MyView>(myViewKey(itemId), (view) => view && { ...view, review });
}

export function setMyTags(itemId: string, change: (tags: string[]) => string[]): void {
  setLoaded<MyView>(myViewKey(itemId), (view) => view && { ...view, tags: change(view.tags) });
}
