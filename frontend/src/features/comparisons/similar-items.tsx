import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { comparePage } from '#shared/comparisons/rules.ts';
import { Failure } from '../../ui/notice.tsx';
import { Loading } from '../../ui/skeleton.tsx';
import styles from './comparisons.module.css';
import { type Similar, useSimilar } from './queries.ts';

type Props = {
  itemId: string;
  wanted: boolean;
  /** What it is compared with so far; the link of each row adds it. */
  beside: readonly string[];
  pictureOf: (entry: Similar) => ReactNode;
};

/** Items like one, each with why and a way to set it beside. */
export function SimilarItems({ itemId, wanted, beside, pictureOf }: Props) {
  const found = useSimilar(itemId, wanted);
  if (found.error !== undefined) return <Failure error={found.error} retry={found.reload} />;
  if (!found.data) return <Loading what="what is like it" />;
  const entries = found.data.entries.filter(({ id }) => !beside.includes(id) || id === itemId);
  if (entries.length === 0)
    return <p className={styles.hint}>Nothing yet: it shares no tags with others, and nobody saved both.</p>;
  return (
    <ol className={styles.similar}>
      {entries.map((entry) => (
        <li key={entry.id}>
          {pictureOf(entry)}
          <div>
            <Link href={`/i/${entry.id}`} className={styles.name}>
              {entry.title}
            </Link>
            {entry.byline && <p className={styles.byline}>{entry.byline}</p>}
            <p className={styles.why}>{whyOf(entry, found.data?.savers ?? 0)}</p>
          </div>
          <Link
            href={comparePage([...beside, entry.id])}
            className={styles.act}
            aria-label={`Compare with ${entry.title}`}
          >
            Compare
          </Link>
        </li>
      ))}
    </ol>
  );
}

/** Why it is here, in numbers. */
function whyOf({ tags, savers }: Similar, lookedAt: number): string {
  const shared = tags.length > 0 ? `Also tagged ${tags.map((tag) => `#${tag}`).join(', ')}` : '';
  const who = savers === 1 ? 'Someone' : `${savers} of the last ${lookedAt}`;
  return [shared, savers > 0 ? `${who} who saved this saved it too` : ''].filter(Boolean).join(' · ');
}
