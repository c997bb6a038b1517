import { reviewMarks } from 'virtual:contract';
import { useEffect, useRef } from 'react';
import type { ReviewMark } from '#shared/reviews/schema.ts';
import { call } from '../../client/call.ts';
import { ownValues } from '../../client/own-values.ts';
import { noteOwnWrite } from '../../client/own-writes.ts';
import { useSession } from '../../client/session.ts';

export const markKey = (reviewId: string, mark: ReviewMark) => `mark:${reviewId}:${mark}`;

const marks = ownValues<boolean>(false, (key, marked) => {
  const [, reviewId = '', mark] = key.split(':');
  return call(marked ? 'markReview' : 'unmarkReview', { params: { reviewId, mark: mark as ReviewMark } });
});
export const useMyMark = (reviewId: string, mark: ReviewMark) => marks.useValue(markKey(reviewId, mark));

export function changeMark(reviewId: string, mark: ReviewMark, next: boolean, shown: number): Promise<void> {
  const key = markKey(reviewId, mark);
  return marks.change(key, next, (before, after) => noteOwnWrite(key, shown, Number(after) - Number(before)));
}

/** Asks for my marks on the reviews that are shown, 50 at a time, each once. */
export function useMyMarksOn(reviewIds: readonly string[]): void {
  const { signedIn } = useSession();
  const asked = useRef(new Set<string>());
  useEffect(() => {
    if (!signedIn) return asked.current.clear();
    const ids = reviewIds.filter((id) => !asked.current.has(id)).slice(0, 50);
    if (ids.length === 0) return;
    for (const id of ids) asked.current.add(id);
    const askedAt = Date.now();
    call('listMyMarks', { query: { reviews: ids.join() } }).then(
      ({ reviews }) => {
        for (const id of ids)
          for (const mark of reviewMarks) marks.learn(markKey(id, mark), reviews[id]?.includes(mark) ?? false, askedAt);
      },
      () => {
        for (const id of ids) asked.current.delete(id);
      },
    );
  });
}
