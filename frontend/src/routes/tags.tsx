import { Link, useSearch } from 'wouter';
import { useTags } from '../features/tags/queries.ts';
import { TagCloud } from '../features/tags/tag-cloud.tsx';
import { Button } from '../ui/button.tsx';
import choices from '../ui/choices.module.css';
import { Heading } from '../ui/heading.tsx';
import { Failure, Notice } from '../ui/notice.tsx';
import { counted } from '../ui/numbers.ts';
import { Bone, Loading, standIns } from '../ui/skeleton.tsx';
import { SavesOfAll } from './saves-of-all.tsx';
import styles from './tags.module.css';

export default function TagsRoute() {
  const list = useTags();
  const asCloud = new URLSearchParams(useSearch()).get('view') === 'cloud';
  const tags = (list.data?.pages ?? []).flat();
  return (
    <>
      <Heading title="Tags" />
      <p className={styles.intro}>Headings people put over what they found, by how many items stand under each.</p>
      <SavesOfAll current="tags" />
      <nav aria-label="View" className={choices.choices}>
        <Link href="/tags" aria-current={asCloud ? undefined : 'true'}>
          As a list
        </Link>
        <Link href="/tags?view=cloud" aria-current={asCloud ? 'true' : undefined}>
          As a cloud
        </Link>
      </nav>
      {!list.data && list.error === undefined && (
        <div className={styles.tags} aria-hidden="true">
          {standIns(24).map((index) => (
            <p key={index}>
              <Bone width={16} />
            </p>
          ))}
        </div>
      )}
      {!list.data && list.error === undefined && <Loading what="the tags" />}
      {tags.length > 0 && asCloud && (
        <TagCloud
          tags={tags}
          hrefOf={(tag) => `/t/${encodeURIComponent(tag)}`}
          label="Tags by letter, the larger the more items stand under them"
          one="item"
          settled
        />
      )}
      {tags.length > 0 && !asCloud && (
        <ul className={styles.tags}>
          {tags.map(({ tag, count }) => (
            <li key={tag}>
              <Link href={`/t/${encodeURIComponent(tag)}`} rel="tag">
                {tag}
              </Link>
              <span>{counted(count, 'item', true)}</span>
            </li>
          ))}
        </ul>
      )}
      {list.data && tags.length === 0 && (
        <Notice title="No tags yet">
          <p>
            Open something on <Link href="/">the front page</Link> and put the first one on.
          </p>
        </Notice>
      )}
      {list.error !== undefined && <Failure error={list.error} retry={list.data ? list.more : list.reload} />}
      {list.data?.next && (
        <p>
          <Button look="plain" busy={list.loading} onClick={list.more}>
            More tags
          </Button>
        </p>
      )}
    </>
  );
}
