import { kinds } from 'virtual:contract';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { commentPage } from '#shared/discussions/threads.ts';
import { categoryLabel } from '#shared/items/kinds/place-categories.ts';
import { ratingCount, shownAverage } from '#shared/ranking/stars.ts';
import type { SearchPage } from '#shared/search/schema.ts';
import { kindCards } from '../features/items/kinds/registry.ts';
import { itemsSaid } from '../features/lists/numbers.ts';
import { HitFacts } from '../features/search/hit-facts.tsx';
import { Marked } from '../features/search/marked.tsx';
import { distanceName } from '../features/search/words.ts';
import { TagLinks } from '../features/tags/tag-links.tsx';
import { counted } from '../ui/numbers.ts';
import { Picture } from '../ui/picture.tsx';
import { TimeAgo } from '../ui/time-ago.tsx';
import styles from './search.module.css';

type Hit = SearchPage['hits'][number];
/** What a hit shows beside its title and the place where the words were found. */
type Shown = { href: string; picture?: ReactNode; over?: string; facts: ReactNode[]; under?: ReactNode };

const by = (handle: string | null) =>
  handle ? (
    <Link href={`/@${handle}`} key="by">
      @{handle}
    </Link>
  ) : null;

function shownOf(hit: Hit): Shown | undefined {
  const { id, item, tag, person, review, question, list, distance, category, price } = hit;
  if (item) {
    const { id, kind, counts } = item;
    const look = kindCards[kind];
    const ratings = counts.ratings ?? [];
    const average = shownAverage(ratings);
    const rated = ratingCount(ratings);
    return {
      href: `/i/${id}`,
      picture: <Picture src={item.picture} shape={look.picture} fallback={look.glyph} />,
      over: item.byline,
      facts: [
        distance !== undefined && <strong>{distanceName(distance)}</strong>,
        category ? categoryLabel(category) : kinds[kind].label,
        price !== undefined && '€'.repeat(price),
        average !== undefined && `★ ${average.toFixed(1)}`,
        // Where each rating is a review, one number says both.
        rated > (counts.reviews ?? 0) && counted(rated, 'rating', true),
        !!counts.reviews && counted(counts.reviews, 'review', true),
        !!counts.saves && counted(counts.saves, 'save', true),
      ],
      under: <TagLinks tags={item.tags} label={`Tags of ${item.title}`} />,
    };
  }
  if (tag) return { href: `/t/${encodeURIComponent(tag.tag)}`, facts: ['Tag', counted(tag.count, 'item', true)] };
  if (person)
    return {
      href: `/@${person.handle}`,
      facts: [
        'Person',
        person.joined && (
          <>
            here since <TimeAgo at={person.joined} />
          </>
        ),
      ],
    };
  if (review) {
    const { review: found, about } = review;
    return {
      href: `/r/${found.id}`,
      facts: [
        `Review of a ${kinds[about.kind].label.toLowerCase()}`,
        `★ ${found.rating}`,
        by(found.by),
        <TimeAgo key="at" at={found.at} />,
        <Link key="item" href={`/i/${about.id}`}>
          {about.title}
        </Link>,
      ],
    };
  }
  if (question) {
    const { what, answers, about, owner } = question;
    const isTip = what === 'tips';
    return {
      href: commentPage(what, { id }),
      facts: [
        isTip ? 'Tip' : 'Question',
        !isTip && (answers > 0 ? counted(answers, 'answer', true) : 'no answer yet'),
        question.by && by(question.by),
        owner && 'the owner',
        <TimeAgo key="at" at={question.at} />,
        <Link key="item" href={`/i/${about.id}`}>
          {about.title}
        </Link>,
      ],
    };
  }
  if (list)
    return {
      href: `/l/${list.id}`,
      facts: ['List', itemsSaid(list.counts.entries), by(list.by), <TimeAgo key="at" at={list.at} />],
    };
  return undefined;
}

/** One thing that was found: a link to it, where the words stand, and why it stands there. */
export function SearchHit({ hit }: { hit: Hit }) {
  const shown = shownOf(hit);
  if (!shown) return null;
  const { relevance, standing, score } = hit.why;
  return (
    <li className={styles.hit} data-picture={shown.picture !== undefined}>
      {shown.picture !== undefined && <div>{shown.picture}</div>}
      <div>
        <h3 className={styles.title}>
          <Link href={shown.href}>
            <Marked parts={hit.title} />
          </Link>
        </h3>
        {shown.over && <p className={styles.over}>{shown.over}</p>}
        {hit.snippet.length > 0 && (
          <p className={styles.snippet}>
            <Marked parts={hit.snippet} />
          </p>
        )}
        <HitFacts>{shown.facts}</HitFacts>
        <div className={styles.under}>
          {shown.under}
          <details className={styles.why}>
            <summary>Why here?</summary>
            <p>
              How well the words fit, {relevance.toFixed(2)}, times its standing, {standing.toFixed(2)}:{' '}
              {score.toFixed(2)}.
            </p>
          </details>
        </div>
      </div>
    </li>
  );
}
