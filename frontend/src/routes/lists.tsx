import { Link, useSearch } from 'wouter';
import { ListCards } from '../features/lists/list-cards.tsx';
import { useLists } from '../features/lists/queries.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import choices from '../ui/choices.module.css';
import { FeedLinks } from '../ui/feed-links.tsx';
import { Heading } from '../ui/heading.tsx';
import { Failure, Notice } from '../ui/notice.tsx';
import { Bone, Loading, standIns } from '../ui/skeleton.tsx';
import styles from './lists.module.css';

const orders = [
  { order: 'newest', label: 'Newest', href: '/lists' },
  { order: 'voted', label: 'Most voted on', href: '/lists?order=voted' },
] as const;

export default function ListsRoute() {
  const order = new URLSearchParams(useSearch()).get('order') === 'voted' ? 'voted' : 'newest';
  return (
    <>
      <Heading title="Lists" />
      <p className={styles.intro}>
        What people put together: some in one person’s order, some open to everybody and ranked by their ballots.
      </p>
      <p>
        <ButtonLink href="/lists/new">Make a list</ButtonLink>
      </p>
      <nav className={choices.choices} aria-label="Order">
        {orders.map(({ order: one, label, href }) => (
          <Link key={one} href={href} aria-current={one === order ? 'page' : undefined}>
            {label}
          </Link>
        ))}
      </nav>
      <Shown key={order} order={order} />
    </>
  );
}

function Shown({ order }: { order: 'newest' | 'voted' }) {
  const found = useLists(order);
  const lists = (found.data?.pages ?? []).flat();
  return (
    <>
      {!found.data && found.error === undefined && (
        <>
          <Loading what="the lists" />
          <div aria-hidden="true">
            {standIns(6).map((row) => (
              <p key={row} className={styles.ghost}>
                <Bone width={28} tall />
                <br />
                <Bone width={40} />
              </p>
            ))}
          </div>
        </>
      )}
      {lists.length > 0 && <ListCards lists={lists} />}
      {found.data && lists.length === 0 && (
        <Notice title="No lists yet">
          <p>
            <Link href="/lists/new">Make the first one</Link>: it stands here once something is on it.
          </p>
        </Notice>
      )}
      {found.error !== undefined && <Failure error={found.error} retry={found.data ? found.more : found.reload} />}
      {found.data?.next && (
        <p>
          <Button look="plain" busy={found.loading} onClick={found.more}>
            More lists
          </Button>
        </p>
      )}
      {found.data && <FeedLinks of={order === 'voted' ? '/lists?order=voted' : '/lists'} about="Lists" />}
    </>
  );
}
