import { Link } from 'wouter';
import { taggedPage } from '#shared/saves/addresses.ts';
import type { Answer } from '../client/call.ts';
import { ProblemError } from '../client/problem.ts';
import { useItem } from '../features/items/queries.ts';
import { useSavers, useSaversFrom } from '../features/saves/queries.ts';
import { ButtonLink } from '../ui/button.tsx';
import { FeedLinks } from '../ui/feed-links.tsx';
import { Heading } from '../ui/heading.tsx';
import { MonthsChart } from '../ui/months-chart.tsx';
import { Failure, Notice } from '../ui/notice.tsx';
import { exactCount } from '../ui/numbers.ts';
import { Bone, Loading } from '../ui/skeleton.tsx';
import { SaveList } from './save-list.tsx';
import styles from './saves.module.css';
import { WayOn } from './way-on.tsx';

/** Who saved an item in public, what they said of it, and when. */
export default function SaversRoute({ itemId }: { itemId: string }) {
  const found = useItem(itemId);
  const savers = useSavers(itemId);
  const { item, counts } = found.data ?? {};
  if (found.error !== undefined) {
    const gone = found.error instanceof ProblemError && found.error.status < 500;
    return (
      <>
        <Heading title={gone ? 'No such item' : 'This page did not load'} />
        <Failure error={found.error} retry={found.reload} />
        {gone && <WayOn />}
      </>
    );
  }
  return (
    <>
      <p className={styles.over}>Saves of</p>
      <Heading title={item ? `Saves of ${item.title}` : 'Saves'}>
        {item ? <Link href={`/i/${itemId}`}>{item.title}</Link> : <Bone width={28} tall />}
      </Heading>
      {item?.byline && <p className={styles.of}>{item.byline}</p>}
      {counts && counts.saves > 0 && (
        <p>
          {counts.saves === 1 ? 'One person' : `${exactCount(counts.saves)} people`} saved it in public. Private saves
          count nowhere.
        </p>
      )}
      {savers.data && <MonthsChart months={savers.data.months ?? {}} label="Saves over time" one="save" />}
      {savers.error !== undefined && <Failure error={savers.error} retry={savers.reload} />}
      {savers.data ? (
        <Savers itemId={itemId} title={item?.title ?? ''} first={savers.data} />
      ) : (
        savers.error === undefined && <Loading what="who saved it" />
      )}
      {item && <FeedLinks of={`/i/${itemId}/savers`} about={`Saves of ${item.title}`} />}
    </>
  );
}

function Savers({ itemId, title, first }: { itemId: string; title: string; first: Answer<'listSavers'> }) {
  const list = useSaversFrom(itemId, first);
  return (
    <SaveList
      label={`Who saved ${title}`}
      list={list}
      about="item"
      tagHref={(tag) => taggedPage([tag])}
      empty={
        <Notice title="Nobody saved it in public yet">
          <p>
            <ButtonLink href={`/i/${itemId}`}>Be the first</ButtonLink>
          </p>
        </Notice>
      }
    />
  );
}
