import { useRecentSaves } from '../features/saves/queries.ts';
import { ButtonLink } from '../ui/button.tsx';
import { FeedLinks } from '../ui/feed-links.tsx';
import { Heading } from '../ui/heading.tsx';
import { Notice } from '../ui/notice.tsx';
import { SaveList } from './save-list.tsx';
import styles from './saves.module.css';
import { SavesOfAll } from './saves-of-all.tsx';

/** What everybody saved in public lately. */
export default function RecentRoute() {
  const list = useRecentSaves();
  return (
    <>
      <Heading title="Recent saves" />
      <p className={styles.of}>What everybody saved in public within the last thirty days, newest first.</p>
      <SavesOfAll current="recent" />
      <SaveList
        label="Recent saves"
        list={list}
        about="nobody"
        tagHref={(tag) => `/tag/${encodeURIComponent(tag)}`}
        empty={
          <Notice title="Nobody saved anything lately">
            <p>
              <ButtonLink href="/save">Save a page</ButtonLink>
            </p>
          </Notice>
        }
      />
      <FeedLinks of="/recent" about="Recent saves" />
    </>
  );
}
