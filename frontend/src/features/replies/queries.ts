import type { Reply } from '#shared/replies/schema.ts';
import { type Answer, call } from '../../client/call.ts';
import { forgetLoaded, setLoaded, useLoad } from '../../client/loads.ts';

type Kept = { reply: Reply | null };
const ownKey = (reviewId: string) => `reply:own:${reviewId}`;

/** The reply to a review: as I just wrote it, or else as the review came with it. */
export function useReply(reviewId: string, shown: Reply | undefined): Reply | undefined {
  const own = useLoad<Kept>(ownKey(reviewId), () => Promise.resolve({ reply: null }), false).data;
  return own ? (own.reply ?? undefined) : shown;
}

const wholeKey = (reviewId: string) => `reply:whole:${reviewId}`;

/** A reply whole, with its earlier wordings. */
export function useWholeReply(reviewId: string, wanted: boolean) {
  return useLoad<Answer<'getReply'>>(wholeKey(reviewId), () => call('getReply', { params: { reviewId } }), wanted);
}

function keep(reviewId: string, reply: Reply | null): void {
  setLoaded<Kept>(ownKey(reviewId), { reply });
  forgetLoaded(wholeKey(reviewId));
}

export async function postReply(reviewId: string, text: string, revision: number | undefined): Promise<void> {
  const body = { text, ...(revision === undefined ? {} : { revision }) };
  keep(reviewId, (await call('postReply', { params: { reviewId }, body })).reply);
}

export async function withdrawReply(reviewId: string): Promise<void> {
  await call('withdrawReply', { params: { reviewId } });
  keep(reviewId, null);
}
