import { ownersOf } from '#functions/claims/owners/reader.ts';
import { requireItem } from '#functions/items/reader.ts';
import { listById } from '#functions/lists/reader.ts';
import { actById } from '#functions/moderation/reader.ts';
import { handlesOf, requirePerson } from '#functions/people/reader.ts';
import { proposalById } from '#functions/proposals/reader.ts';
import { requireReview } from '#functions/reviews/reader.ts';
import { revisionRow } from '#functions/revisions/reader.ts';
import { AppError, type ErrorCode } from '#shared/app-error.ts';
import { type ThreadAbout, type ThreadTarget, threadTargets } from '#shared/discussions/schema.ts';
import type { KindName } from '#shared/items/kinds/registry.ts';
import { readTarget, type Target, targetText } from '#shared/targets.ts';

/** What a thread is about, as it stands now; `byId` is who is told of what begins there: who made it. */
export type Subject = {
  title: string;
  href: string;
  byId?: string;
  itemId?: string;
  kind?: KindName;
  /** Of how many versions single lines can be talked about; absent where of none. */
  versions?: number;
};

/** How each kind of target is read. Each throws where there is no such thing. */
const subjects: Record<ThreadTarget, (id: string) => Promise<Subject>> = {
  items: async (id) => {
    const { title, byId, kind } = await requireItem(id);
    return { title, href: `/i/${id}`, byId, itemId: id, kind };
  },
  reviews: async (id) => {
    const { about, byId } = await requireReview(id);
    return { title: `Review of ${about.title}`, href: `/r/${id}`, byId, itemId: about.id, kind: about.kind };
  },
  lists: async (id) => {
    const list = await listById(id, { strong: true });
    if (!list) throw new AppError('list_not_found');
    return { title: list.title, href: `/l/${id}`, byId: list.byId };
  },
  people: async (id) => {
    const handle = (await handlesOf([id])).get(id);
    if (handle === undefined) throw new AppError('person_not_found');
    return { title: `@${handle}`, href: `/@${handle}`, byId: id };
  },
  revisions: async (id) => {
    const [itemId = '', n = ''] = id.split('.');
    const [item, revision] = await Promise.all([requireItem(itemId), revisionRow(itemId, Number(n))]);
    // The first has no row of its own before there is a second.
    if (!revision && !(n === '1' && item.revision === 1)) throw new AppError('thread_not_found');
    const { byId } = revision ?? item;
    return { title: `Version ${n} of ${item.title}`, href: `/i/${itemId}/history/${n}`, byId, itemId, kind: item.kind };
  },
  // Who owns it knows best; else who added it may.
  questions: async (id) => {
    const [{ title, byId, kind }, [owner]] = await Promise.all([requireItem(id), ownersOf(id)]);
    return { title, href: `/i/${id}/questions`, byId: owner?.byId ?? byId, itemId: id, kind };
  },
  // Nobody has to do anything about a tip: who added the item is not told.
  tips: async (id) => {
    const { title, kind } = await requireItem(id);
    return { title, href: `/i/${id}/tips`, itemId: id, kind };
  },
  acts: async (id) => {
    const act = await actById(id);
    if (!act) throw new AppError('thread_not_found');
    return { title: `Moderation of ${act.about.title}`, href: `/moderation/${id}`, itemId: act.itemId };
  },
  proposals: async (id) => {
    const proposal = await proposalById(id, { strong: true });
    if (!proposal) throw new AppError('thread_not_found');
    const { about, byId, itemId, change, version } = proposal;
    const versions = change.what === 'edit' ? { versions: version } : {};
    return { title: `Proposal: ${about.title}`, href: `/proposals/${id}`, byId, itemId, ...versions };
  },
};

const absent: ErrorCode[] = [
  'item_not_found',
  'review_not_found',
  'list_not_found',
  'person_not_found',
  'thread_not_found',
];
const isAbsent = (error: unknown) => error instanceof AppError && absent.includes(error.code);

/** A target as a path names it, by the text that keys have of it. @throws thread_not_found for a person who is none */
export async function targetOf({ what, target }: { what: ThreadTarget; target: string }): Promise<string> {
  if (what !== 'people') return targetText({ what, id: target });
  try {
    return targetText({ what, id: (await requirePerson(target)).personId });
  } catch (error) {
    if (isAbsent(error)) throw new AppError('thread_not_found', `Nobody is called @${target}`);
    throw error;
  }
}

/** What a thread is about; undefined where that is gone, or never was. */
export async function subjectOf(text: string): Promise<Subject | undefined> {
  const target = readTarget(text, threadTargets);
  if (!target) return undefined;
  try {
    return await subjects[target.what](target.id);
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

/** The same as the contract gives it out. */
export const aboutOf = (subject: Subject | undefined): ThreadAbout =>
  subject ? { title: subject.title, href: subject.href } : null;

/** A thread as paths name it: a person by handle. Null where the person left. */
export function pathOf(text: string, subject: Subject | undefined): { what: ThreadTarget; target: string } | null {
  const target = readTarget(text, threadTargets);
  if (!target) return null;
  if (target.what !== 'people') return { what: target.what, target: target.id };
  return subject ? { what: 'people', target: subject.title.slice(1) } : null;
}

/** What a comment keeps of what it is about. A person is not named: they may leave, and the comment stays. */
export function keptAbout({ what }: Target, { title, href }: Subject, commentId: string) {
  return what === 'people' ? { title: 'A talk page', href: `/talk/comments/${commentId}` } : { title, href };
}
