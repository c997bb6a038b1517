import { kinds } from 'virtual:contract';
import { lazy, Suspense } from 'react';
import { Link, Redirect, useSearch } from 'wouter';
import { ProblemError } from '../client/problem.ts';
import { OwnersLine } from '../features/claims/owners-line.tsx';
import { HeldNote } from '../features/holds/held-note.tsx';
import { HoldMark } from '../features/holds/hold-mark.tsx';
import { ItemDetails, pictureOf } from '../features/items/item-details.tsx';
import { kindCards } from '../features/items/kinds/registry.ts';
import { Licence } from '../features/items/licence.tsx';
import { setMyTags, useItem, useMyView } from '../features/items/queries.ts';
import { Flag } from '../features/moderation/flag.tsx';
import { FoldNote } from '../features/moderation/folded.tsx';
import { Standing } from '../features/ranking/standing.tsx';
import { learnSave } from '../features/saves/my-saves.ts';
import { SaveControl } from '../features/saves/save-control.tsx';
import { CrowdTags } from '../features/tags/crowd-tags.tsx';
import { learnHold, learnVote, useMyHold, useMyVote } from '../features/votes/my-votes.ts';
import { VoteButtons } from '../features/votes/vote-buttons.tsx';
import { Heading } from '../ui/heading.tsx';
import { Failure } from '../ui/notice.tsx';
import { Picture } from '../ui/picture.tsx';
import { Bone, Loading } from '../ui/skeleton.tsx';
import { TimeAgo } from '../ui/time-ago.tsx';
import styles from './item.module.css';
import { ItemClosed, ItemMerged, ItemProposing, isClosed, showsItself } from './item-closed.tsx';
import { ItemHere } from './item-here.tsx';
import { ItemPages } from './item-pages.tsx';
import { ItemRating } from './item-rating.tsx';
import { ItemReadings } from './item-readings.tsx';
import { ItemReviews } from './item-reviews.tsx';
import { isWritten, startText, TextOfItem } from './item-text.tsx';
import { ItemVisit } from './item-visit.tsx';
import { WayOn } from './way-on.tsx';

const FollowButton = lazy(() => import('../features/follows/follow-button.tsx'));
const WatchButton = lazy(() => import('../features/watches/watch-button.tsx'));
const SendItem = lazy(() => import('../features/inbox/send-item.tsx'));
const CompareButton = lazy(() => import('../features/comparisons/compare-button.tsx'));
const WhereOfItem = lazy(() => import('./where.tsx'));
const AlikeOfItem = lazy(() => import('./alike.tsx'));
const ListsOfItem = lazy(() => import('../features/lists/add-to-list.tsx'));

const ItemAsked = lazy(() => import('./item-asked.tsx'));

export default function ItemRoute({ itemId }: { itemId: string }) {
  startText(itemId);
  const found = useItem(itemId);
  const mine = useMyView(itemId, (view, askedAt) => {
    learnVote(itemId, view.vote, askedAt);
    learnHold(itemId, view.voteHeld, askedAt);
    learnSave(itemId, view.save, askedAt);
  });
  const vote = useMyVote(itemId);
  const hold = useMyHold(itemId);
  const asItself = showsItself(useSearch());

  if (!found.data)
    return found.error === undefined ? <ItemSkeleton /> : <Missing error={found.error} retry={found.reload} />;
  const { item, counts, tags, held, merged, folded } = found.data;
  if (item.mergedInto !== undefined && !asItself) return <Redirect to={`/i/${item.mergedInto}`} replace />;
  if (isClosed(item)) return <ItemClosed page={found.data} mine={mine} />;
  const look = kindCards[item.kind];
  const { label, plural } = kinds[item.kind];

  return (
    <article>
      <header className={styles.head}>
        <Picture size="page" src={pictureOf(item)} shape={look.picture} fallback={look.glyph} />
        <div className={styles.names}>
          <p className={styles.kind}>
            <Link href={`/k/${item.kind}`} aria-label={`${label}: see all ${plural.toLowerCase()}`}>
              {label}
            </Link>
          </p>
          <Heading title={item.title} />
          {item.byline && <p className={styles.byline}>{item.byline}</p>}
          <ItemRating item={item} counts={counts} mine={mine.data} />
        </div>
        <div className={styles.votes}>
          <VoteButtons itemId={itemId} title={item.title} counts={counts} by={item.by} />
        </div>
      </header>
      <ItemPages itemId={itemId} comments={found.data.comments} />
      <ItemMerged merged={merged} />
      {isWritten(item) && <TextOfItem item={item} />}
      <div role="status">{vote && hold && <HoldMark of="Your vote" hold={hold} />}</div>
      {held && <HeldNote held={held} />}
      {folded && <FoldNote folded={folded} effect="It is in no ranking meanwhile." />}
      <SaveControl
        item={item}
        counts={counts}
        crowd={tags.map(({ tag }) => tag)}
        tags={mine.data?.tags}
        failed={mine.error}
        onTags={(next) => setMyTags(itemId, () => next)}
      >
        <ItemReadings itemId={itemId} />
      </SaveControl>
      <ItemHere item={item} counts={counts} />
      <section className={styles.about} aria-label="About">
        <ItemVisit item={item} />
        <ItemDetails item={item} />
        <p className={styles.credit}>
          Added <TimeAgo at={item.at} />
          {item.by && (
            <>
              {' '}
              by <Link href={`/@${item.by}`}>@{item.by}</Link>
            </>
          )}{' '}
          · <Licence name={item.licence} />
          {item.revision > 1 && ` · edited ${item.revision - 1}×`}
        </p>
        <OwnersLine itemId={itemId} owners={found.data.owners} />
        <ItemProposing itemId={itemId} />
        <Standing itemId={itemId} />
        <Suspense fallback={<div className={styles.acts} />}>
          <div className={styles.acts}>
            <FollowButton what="items" target={itemId} name={item.title} />
            <WatchButton what="items" target={itemId} name={item.title} />
            <CompareButton id={itemId} title={item.title} />
            <SendItem itemId={itemId} />
            <Flag what="items" target={itemId} name={item.title} by={item.by} />
          </div>
        </Suspense>
      </section>
      {item.fields.position !== undefined && (
        <Suspense>
          <WhereOfItem item={item} />
        </Suspense>
      )}
      {!isWritten(item) && item.textBytes !== undefined && <TextOfItem item={item} />}
      <section className={styles.part} aria-labelledby="tags">
        <h2 id="tags">Tags</h2>
        <CrowdTags itemId={itemId} crowd={tags} mine={mine.data?.tags} onMine={(change) => setMyTags(itemId, change)} />
      </section>
      <ItemReviews page={found.data} mine={mine.data} mineFailed={mine.error} retryMine={mine.reload} />
      <Suspense fallback={<Loading what="tips and questions" />}>
        <ItemAsked itemId={itemId} kind={item.kind} merged={merged} />
      </Suspense>
      {!isWritten(item) && item.textBytes === undefined && <TextOfItem item={item} />}
      <section className={styles.part} aria-labelledby="lists">
        <h2 id="lists">Lists</h2>
        <Suspense fallback={<Loading what="its lists" />}>
          <ListsOfItem itemId={itemId} title={item.title} />
        </Suspense>
      </section>
      <Suspense>
        <AlikeOfItem itemId={itemId} />
      </Suspense>
    </article>
  );
}

function Missing({ error, retry }: { error: unknown; retry: () => void }) {
  const gone = error instanceof ProblemError && error.status < 500;
  return (
    <>
      <Heading title={gone ? 'No such item' : 'This page did not load'} />
      <Failure error={error} retry={retry} />
      {gone && <WayOn />}
    </>
  );
}

function ItemSkeleton() {
  return (
    <div className={styles.head}>
      <Loading what="the item" />
      <Picture size="page" src={undefined} shape="cover" fallback={null} />
      <div className={styles.names}>
        <p className={styles.kind}>
          <Bone width={8} />
        </p>
        <p className={styles.ghost}>
          <Bone width={16} tall />
        </p>
        <p className={styles.byline}>
          <Bone width={28} />
        </p>
      </div>
    </div>
  );
}
