import { kinds } from 'virtual:contract';
import { useLocation, useSearch } from 'wouter';
import type { KindName } from '#shared/items/kinds/registry.ts';
import { changesPage, readChanges } from '#shared/watches/addresses.ts';
import { ChangesFilter } from '../features/watches/changes-filter.tsx';
import { ChangesList } from '../features/watches/changes-list.tsx';
import { FeedLinks } from '../ui/feed-links.tsx';
import { Heading } from '../ui/heading.tsx';
import styles from './home.module.css';

const kindNames = Object.keys(kinds) as KindName[];

/** What was changed and added on the whole site lately. */
export default function RecentChangesRoute() {
  const query = readChanges(useSearch(), kindNames);
  const [, navigate] = useLocation();
  return (
    <>
      <Heading title="Recent changes" />
      <p className={styles.intro}>
        Every edit and every new item of the last 90 days. Whoever looks one over marks it as reviewed, so that others
        can look at the rest.
      </p>
      <ChangesFilter query={query} onQuery={(chosen) => navigate(changesPage(readChanges(`${chosen}`, kindNames)))} />
      <ChangesList key={changesPage(query)} query={query} />
      <FeedLinks of={changesPage(query)} about="Recent changes" />
    </>
  );
}
