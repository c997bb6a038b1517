import { Link } from 'wouter';
import { savesPage } from '#shared/saves/addresses.ts';
import { type SaveList as List, saveListName } from '#shared/saves/rules.ts';
import { ProblemError } from '../client/problem.ts';
import { useSession } from '../client/session.ts';
import { PersonTabs } from '../features/people/person-tabs.tsx';
import { isSaveList, saveListTitle } from '../features/saves/list-title.ts';
import { OnlyYou } from '../features/saves/only-you.tsx';
import { usePersonTags, useSaves, useShelves } from '../features/saves/queries.ts';
import { ShelfNav } from '../features/saves/shelf-nav.tsx';
import { TagCloud } from '../features/tags/tag-cloud.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { FeedLinks } from '../ui/feed-links.tsx';
import { Heading } from '../ui/heading.tsx';
import { Failure, Notice } from '../ui/notice.tsx';
import NotFoundRoute from './not-found.tsx';
import { OnMap } from './on-map.tsx';
import { SaveList } from './save-list.tsx';
import styles from './saves.module.css';

type Props = { handle: string; list: List };

/** A list of a person's saves: all, of a kind, on a shelf, under a tag. Their own page shows the private ones too. */
export default function SavesRoute({ handle, list }: Props) {
  const session = useSession();
  const mine = session.signedIn && session.handle?.toLowerCase() === handle.toLowerCase();
  const shelves = useShelves(handle, mine);
  if (!isSaveList(list)) return <NotFoundRoute />;
  if (shelves.error instanceof ProblemError && shelves.error.status < 500) {
    return (
      <>
        <Heading title={`Nobody is called @${handle}`} />
        <Failure error={shelves.error} />
      </>
    );
  }
  const title = saveListTitle(list);
  return (
    <>
      <Heading title={`${title} · @${handle}`}>
        {saveListName(list) === 'all' ? `@${handle}` : <em className={styles.list}>{title}</em>}
      </Heading>
      {saveListName(list) !== 'all' && (
        <p className={styles.of}>
          {list.own === undefined ? 'Saved by' : 'A shelf of'} <Link href={savesPage(handle)}>@{handle}</Link>
          {list.tag !== undefined && (
            <>
              {' '}
              · <Link href={`/tag/${encodeURIComponent(list.tag)}`}>by everybody</Link>
            </>
          )}
        </p>
      )}
      <PersonTabs handle={handle} current="saves" />
      {mine && (
        <p className={styles.mine}>
          Your private saves are among these, marked <OnlyYou />. <Link href="/save">Save a page</Link> ·{' '}
          <Link href="/tools">Save from your browser</Link> · <Link href="/my-tags">Your tags</Link>
        </p>
      )}
      <div className={styles.columns}>
        <div className={styles.shelves}>
          {shelves.data && <ShelfNav handle={handle} counts={shelves.data} list={list} />}
          {shelves.error !== undefined && <Failure error={shelves.error} retry={shelves.reload} />}
        </div>
        <div className={styles.main}>
          <Saves handle={handle} mine={mine} list={list} />
        </div>
        <Tags handle={handle} mine={mine} current={list.tag} />
      </div>
    </>
  );
}

function Saves({ handle, mine, list }: Props & { mine: boolean }) {
  const saves = useSaves(handle, list, mine);
  // As its owner writes it, where that is known.
  const by = saves.data?.pages.flat()[0]?.by ?? handle;
  const kinds = saves.data?.pages.flat().map(({ item }) => item.kind) ?? [];
  return (
    <>
      <OnMap of="saves" name={`@${by}`} kinds={kinds} />
      <SaveList
        label={`${saveListTitle(list)}, saved by @${handle}`}
        list={saves}
        about="person"
        tagHref={(tag) => savesPage(handle, { tag })}
        empty={
          <Notice title={mine ? 'Nothing saved here yet' : 'Nothing saved here in public'}>
            {mine && (
              <>
                <p>What you save stands here, newest first: for everybody to see, or for you alone.</p>
                <p>
                  <ButtonLink href="/save">Save a page</ButtonLink>
                </p>
              </>
            )}
          </Notice>
        }
      />
      {saves.data && <FeedLinks of={savesPage(by, list)} about={`${saveListTitle(list)} · @${by}`} />}
    </>
  );
}

/** How many tags stand there before the rest is asked for. */
const atFirst = 60;

function Tags({ handle, mine, current }: { handle: string; mine: boolean; current: string | undefined }) {
  const tags = usePersonTags(handle, mine).data?.entries ?? [];
  if (tags.length === 0) return null;
  const most = [...tags].sort((a, b) => b.count - a.count).slice(0, atFirst);
  const rest = tags.filter((one) => !most.includes(one));
  const cloud = (some: typeof tags, label: string) => (
    <TagCloud tags={some} hrefOf={(tag) => savesPage(handle, { tag })} label={label} current={current} one="save" />
  );
  return (
    <div className={styles.tags}>
      <h2>Tags</h2>
      {cloud(most, `Tags of @${handle}`)}
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more tags</summary>
          {cloud(rest, `More tags of @${handle}`)}
        </details>
      )}
    </div>
  );
}
