import { useSearch } from 'wouter';
import { orderIn, threadPage } from '../features/discussions/addresses.ts';
import { useThread } from '../features/discussions/queries.ts';
import { FeedLinks } from '../ui/feed-links.tsx';
import { OfItem } from './of-item.tsx';
import styles from './talk.module.css';
import Thread from './thread-of.tsx';

const words = {
  questions: {
    over: 'Questions about',
    about: 'Ask whoever knows. Answers come best first, by everybody’s votes; each question is one short line or two.',
  },
  tips: { over: 'Tips on', about: 'What is worth knowing before, in a line. No stars: the most useful come first.' },
} as const;

/** All questions about an item, or all tips on it. */
export default function ItemThreadRoute({ what, itemId }: { what: keyof typeof words; itemId: string }) {
  const at = { what, target: itemId };
  const order = orderIn(useSearch());
  const { data, error, reload } = useThread(at, order);
  const { over, about } = words[what];
  const title = data && (data.about?.title ?? 'something that is gone');
  const page = threadPage(at);
  return (
    <OfItem itemId={itemId} over={over} title={title} error={data ? undefined : error} retry={reload}>
      <p className={styles.count}>{about}</p>
      <Thread at={at} order={order} hrefOf={(one) => `${page}${one === 'best' ? '' : `?order=${one}`}`} />
      <FeedLinks of={page} about={`${over} ${title}`} />
    </OfItem>
  );
}
