import { Link } from 'wouter';
import { useTags } from '../features/tags/queries.ts';
import { Button } from '../ui/button.tsx';
import { Heading } from '../ui/heading.tsx';
import { Failure, Notice } from '../ui/notice.tsx';
import { counted } from '../ui/numbers.ts';
import { Bone, Loading, standIns } from '../ui/skeleton.tsx';
import styles from './tags.module.css';

export default function TagsRoute() {
  const list = useTags();
  const tags = (list.data?.pages ?? []).flat();
  return (
    <>
      <Heading title="Tags" />
      <p className={styles.intro}>Headings people put over what they found, by how many items stand under each.</p>
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
      {tags.length > 0 && (
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
