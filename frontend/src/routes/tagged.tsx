import { Link } from 'wouter';
import { mostTagsTogether, taggedPage, tagsTogether } from '#shared/saves/addresses.ts';
import { isTag } from '#shared/tags/rules.ts';
import { useTaggedSaves } from '../features/saves/queries.ts';
import { FeedLinks } from '../ui/feed-links.tsx';
import { Heading } from '../ui/heading.tsx';
import { Notice } from '../ui/notice.tsx';
import NotFoundRoute from './not-found.tsx';
import { SaveList } from './save-list.tsx';
import styles from './saves.module.css';
import { SavesOfAll } from './saves-of-all.tsx';

/** How many tags are offered to be added. */
const offered = 12;

/** What people saved under one tag or several together: links add a tag and take one away. */
export default function TaggedRoute({ part }: { part: string }) {
  const tags = tagsTogether(part);
  if (tags.length === 0 || !tags.every(isTag)) return <NotFoundRoute />;
  return <Tagged tags={tags} />;
}

function Tagged({ tags }: { tags: string[] }) {
  const list = useTaggedSaves(tags);
  const names = tags.join(' + ');
  const beside = new Map<string, number>();
  for (const { tags: all = [] } of (list.data?.pages ?? []).flat())
    for (const tag of all) if (!tags.includes(tag)) beside.set(tag, (beside.get(tag) ?? 0) + 1);
  const often = [...beside].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, offered);
  const [only] = tags;
  return (
    <>
      <Heading title={`Saves tagged ${names}`}>
        {tags.map((tag, index) => (
          <span key={tag}>
            {index > 0 && ' + '}
            <em className={styles.list}>#{tag}</em>
          </span>
        ))}
      </Heading>
      <p className={styles.of}>
        What people saved in public {tags.length > 1 ? 'under all of these tags' : 'under this tag'}, newest first.
        {tags.length === 1 && only !== undefined && (
          <>
            {' '}
            <Link href={`/popular/${encodeURIComponent(only)}`}>Popular</Link> ·{' '}
            <Link href={`/t/${encodeURIComponent(only)}`}>Ranked by votes</Link>
          </>
        )}
      </p>
      <SavesOfAll />
      <nav aria-label="Tags of this page" className={styles.together}>
        <ul>
          {tags.length > 1 &&
            tags.map((tag) => (
              <li key={tag} data-on="true">
                <Link href={taggedPage(tags.filter((other) => other !== tag))}>
                  <span className="visually-hidden">Without </span>
                  {tag}
                  <span aria-hidden="true"> ×</span>
                </Link>
              </li>
            ))}
          {tags.length < mostTagsTogether &&
            often.map(([tag]) => (
              <li key={tag}>
                <Link href={taggedPage([...tags, tag])}>
                  <span className="visually-hidden">Only those with </span>
                  <span aria-hidden="true">+ </span>
                  {tag}
                </Link>
              </li>
            ))}
        </ul>
      </nav>
      <SaveList
        label={`Saves tagged ${names}`}
        list={list}
        about="nobody"
        tagHref={(tag) => taggedPage([tag])}
        empty={
          <Notice
            title={tags.length > 1 ? 'Nobody saved anything under all of these' : 'Nobody saved anything under it'}
          >
            <p>{tags.length > 1 ? 'Take one away above to see more.' : <Link href="/tags">All tags</Link>}</p>
          </Notice>
        }
      />
      <FeedLinks of={taggedPage(tags)} about={`Saves tagged ${names}`} />
    </>
  );
}
