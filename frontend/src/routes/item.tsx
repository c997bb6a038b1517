import { kinds } from 'virtual:contract';
import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import { ProblemError } from '../client/problem.ts';
import { useSession } from '../client/session.ts';
import { HeldNote } from '../features/holds/held-note.tsx';
import { HoldMark } from '../features/holds/hold-mark.tsx';
import { ItemDetails, pictureOf } from '../features/items/item-details.tsx';
import { kindCards } from '../features/items/kinds/registry.ts';
import { setMyTags, useItem, useMyView } from '../features/items/queries.ts';
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
import { ItemReadings } from './item-readings.tsx';
import { ItemReviews } from './item-reviews.tsx';

const FollowButton = lazy(() => import('../features/follows/follow-button.tsx'));
const SendItem = lazy(() => import('../features/inbox/send-item.tsx'));
const ListsOfItem = lazy(() => import('../features/lists/add-to-list.tsx'));

export default function ItemRoute({ itemId }: { itemId: string }) {
  const session = useSession();
  const found = useItem(itemId);
  const mine = useMyView(itemId, (view, askedAt) => {
    learnVote(itemId, view.vote, askedAt);
    learnHold(itemId, view.voteHeld, askedAt);
    learnSave(itemId, view.save, askedAt);
  });
  const vote = useMyVote(itemId);
  const hold = useMyHold(itemId);

  if (!found.data)
    return found.error === undefined ? <ItemSkeleton /> : <Missing error={found.error} retry={found.reload} />;
  const { item, counts, tags, held } = found.data;
  const look = kindCards[item.kind];
  const { label, plural } = kinds[item.kind];
  const isMine = session.signedIn && (mine.data?.added ?? (item.by !== null && item.by === session.handle));

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
        </div>
        <div className={styles.votes}>
          <VoteButtons itemId={itemId} title={item.title} counts={counts} by={item.by} />
        </div>
      </header>
      <div role="status">{vote && hold && <HoldMark of="Your vote" hold={hold} />}</div>
      {held && <HeldNote held={held} />}
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
      <section className={styles.about} aria-label="About">
        <ItemDetails item={item} />
        <p className={styles.credit}>
          Added <TimeAgo at={item.at} />
          {item.by && (
            <>
              {' '}
              by <Link href={`/@${item.by}`}>@{item.by}</Link>
            </>
          )}{' '}
          · {item.licence}
          {item.revision > 1 && ` · edited ${item.revision - 1}×`}
          {isMine && (
            <>
              {' '}
              · <Link href={`/i/${itemId}/edit`}>Edit</Link>
            </>
          )}
        </p>
        <Standing itemId={itemId} />
        <Suspense>
          <FollowButton what="items" target={itemId} name={item.title} />
          <SendItem itemId={itemId} />
        </Suspense>
      </section>
      <section className={styles.part} aria-labelledby="tags">
        <h2 id="tags">Tags</h2>
        <CrowdTags itemId={itemId} crowd={tags} mine={mine.data?.tags} onMine={(change) => setMyTags(itemId, change)} />
      </section>
      <ItemReviews page={found.data} mine={mine.data} mineFailed={mine.error} retryMine={mine.reload} />
      <section className={styles.part} aria-labelledby="lists">
        <h2 id="lists">Lists</h2>
        <Suspense fallback={<Loading what="its lists" />}>
          <ListsOfItem itemId={itemId} title={item.title} />
        </Suspense>
      </section>
    </article>
  );
}

function Missing({ error, retry }: { error: unknown; retry: () => void }) {
  const gone = error instanceof ProblemError && error.status < 500;
  return (
    <>
      <Heading title={gone ? 'No such item' : 'This page did not load'} />
      <Failure error={error} retry={retry} />
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
