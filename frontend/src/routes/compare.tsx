import { kinds } from 'virtual:contract';
import { useEffect, useRef } from 'react';
import { Link, useSearch } from 'wouter';
import { comparedAtLeast, comparedAtMost, comparePage, readComparison } from '#shared/comparisons/rules.ts';
import type { KindName } from '#shared/items/kinds/registry.ts';
import { normaliseTag } from '#shared/tags/rules.ts';
import { useNow } from '../client/now.ts';
import { ComparisonTable } from '../features/comparisons/comparison-table.tsx';
import styles from '../features/comparisons/comparisons.module.css';
import { useComparison } from '../features/comparisons/queries.ts';
import { setAside, useTray } from '../features/comparisons/tray.ts';
import { pictureOf } from '../features/items/item-details.tsx';
import { kindCards } from '../features/items/kinds/registry.ts';
import { useItem } from '../features/items/queries.ts';
import { useRanking } from '../features/ranking/queries.ts';
import { ButtonLink } from '../ui/button.tsx';
import choices from '../ui/choices.module.css';
import { Heading } from '../ui/heading.tsx';
import { Failure, Notice } from '../ui/notice.tsx';
import { Picture } from '../ui/picture.tsx';
import { Loading } from '../ui/skeleton.tsx';
import { Similar } from './alike.tsx';
import { linesOf } from './compare-lines.tsx';
import part from './item.module.css';

/** Two to four items side by side; of fewer, what to choose from. */
export default function CompareRoute() {
  const search = useSearch();
  const items = readComparison(search);
  const query = new URLSearchParams(search);
  const kind = query.get('kind') ?? undefined;
  const from = { kind: kind !== undefined && kind in kinds ? (kind as KindName) : undefined, tag: query.get('tag') };
  useTopAfter(items.join());
  const enough = items.length >= comparedAtLeast;
  return (
    <>
      <Heading title="Compare" />
      {enough ? <SideBySide items={items} /> : <Beginning items={items} />}
      {items.length < comparedAtMost && <More items={items} {...from} />}
    </>
  );
}

/** After something was set beside or taken off below, the comparison is at the top again. */
function useTopAfter(asked: string) {
  const before = useRef(asked);
  useEffect(() => {
    if (before.current === asked) return;
    before.current = asked;
    window.scrollTo(0, 0);
    document.querySelector('h1')?.focus({ preventScroll: true });
  }, [asked]);
}

function SideBySide({ items }: { items: readonly string[] }) {
  const found = useComparison(items, true);
  const now = useNow();
  if (found.error !== undefined) return <Failure error={found.error} retry={found.reload} />;
  if (!found.data) return <Loading what="the comparison" />;
  const { items: compared, missing } = found.data;
  const without = (id: string) => comparePage(items.filter((one) => one !== id));
  return (
    <>
      {missing.length > 0 && (
        <Notice title={missing.length === 1 ? 'One of them is not here' : 'Some of them are not here'}>
          <p>
            There is no item {missing.join(', ')}.{' '}
            <Link href={comparePage(items.filter((id) => !missing.includes(id)))}>Go on without</Link>
          </p>
        </Notice>
      )}
      {compared.length > 0 && (
        <ComparisonTable
          caption={compared.map(({ item }) => item.title).join(' and ')}
          columns={compared.map(({ item, folded }) => ({
            id: item.id,
            head: (
              <div className={styles.head}>
                <Picture
                  src={pictureOf(item)}
                  shape={kindCards[item.kind].picture}
                  fallback={kindCards[item.kind].glyph}
                />
                <Link href={`/i/${item.id}`} className={styles.name}>
                  {item.title}
                </Link>
                <span className={styles.from}>{kinds[item.kind].label}</span>
                {item.mergedInto !== undefined && <Link href={`/i/${item.mergedInto}`}>Merged into another page</Link>}
                {item.removed && <span>Removed: {item.removed.reason}</span>}
                {folded && <span>Flagged, in no ranking meanwhile</span>}
                <Link href={without(item.id)} className={styles.off} aria-label={`Take ${item.title} off`}>
                  Take off
                </Link>
              </div>
            ),
          }))}
          lines={linesOf(compared, now)}
        />
      )}
    </>
  );
}

/** One item that waits for another, or none. */
function Beginning({ items: [first] }: { items: readonly string[] }) {
  const found = useItem(first ?? '', first !== undefined);
  if (first === undefined)
    return (
      <p>
        Two to four items side by side: how people judged them, what is known of them, what they share. Choose the first
        one below, or press “Compare” on any item’s page.
      </p>
    );
  if (found.error !== undefined) return <Failure error={found.error} retry={found.reload} />;
  if (!found.data) return <Loading what="the item" />;
  return (
    <p>
      <Link href={`/i/${first}`} className={styles.name}>
        {found.data.item.title}
      </Link>{' '}
      — choose what with.
    </p>
  );
}

type From = { items: readonly string[]; kind: KindName | undefined; tag: string | null };

/** What can be set beside: what was put aside, what is like the first, and what has most votes of a listing. */
function More({ items, kind, tag }: From) {
  const aside = useTray().filter(({ id }) => !items.includes(id));
  const [first] = items;
  return (
    <>
      {aside.length > 0 && (
        <section className={part.part} aria-labelledby="aside">
          <h2 id="aside">Put aside to compare</h2>
          <ul className={styles.choice}>
            {aside.map(({ id, title }) => (
              <li key={id}>
                <span>{title}</span>
                <span>
                  <Link href={comparePage([...items, id])} className={styles.act} aria-label={`Add ${title}`}>
                    Add
                  </Link>{' '}
                  <button type="button" className={styles.drop} onClick={() => setAside({ id, title }, false)}>
                    Forget<span className="visually-hidden"> {title}</span>
                  </button>
                </span>
              </li>
            ))}
          </ul>
          {items.length === 0 && aside.length > 1 && (
            <p>
              <ButtonLink href={comparePage(aside.slice(0, comparedAtMost).map(({ id }) => id))}>
                Compare {aside.length === 2 ? 'both' : `all ${Math.min(aside.length, comparedAtMost)}`}
              </ButtonLink>
            </p>
          )}
        </section>
      )}
      {first !== undefined && (
        <section className={part.part} aria-labelledby="similar">
          <h2 id="similar">Similar</h2>
          <Similar itemId={first} wanted beside={items} />
        </section>
      )}
      <Listed items={items} kind={kind} tag={tag} />
    </>
  );
}

/** What has most votes of a listing, to choose from. */
function Listed({ items, kind, tag }: From) {
  const first = useKindOf(items);
  const shown = kind ?? (tag === null ? first : undefined);
  const scope = { kind, tag: tag === null ? undefined : normaliseTag(tag) };
  const ranking = useRanking({ ...scope, kind: shown, order: 'top', window: 'all' }, !import.meta.env.SSR);
  const cards = ranking.data?.pages.flat().filter(({ id }) => !items.includes(id)) ?? [];
  // What was come from stays in the address, so that a second one can be chosen from it.
  const at = (ids: readonly string[], change: Partial<typeof scope> = {}) => {
    const query = new URLSearchParams();
    if (ids.length > 0) query.set('items', ids.join(','));
    for (const [name, value] of Object.entries({ ...scope, ...change })) if (value) query.set(name, value);
    return `/compare?${query}`.replaceAll('%2C', ',');
  };
  return (
    <section className={part.part} aria-labelledby="choose">
      <h2 id="choose">{`Choose from ${shown ? kinds[shown].plural.toLowerCase() : 'everything'}${scope.tag ? ` tagged #${scope.tag}` : ''}`}</h2>
      <nav className={choices.choices} aria-label="Kinds">
        {Object.entries(kinds).map(([name, { plural }]) => (
          <Link
            key={name}
            href={at(items, { kind: name as KindName })}
            aria-current={name === shown ? 'true' : undefined}
          >
            {plural}
          </Link>
        ))}
      </nav>
      {!ranking.data && ranking.error === undefined && <Loading what="what there is" />}
      {ranking.error !== undefined && <Failure error={ranking.error} retry={ranking.reload} />}
      {ranking.data && cards.length === 0 && <p className={styles.hint}>Nothing else stands here yet.</p>}
      <ul className={styles.choice}>
        {cards.slice(0, 20).map(({ id, title, byline }) => (
          <li key={id}>
            <span>
              {title}
              {byline && <span className={styles.byline}>{byline}</span>}
            </span>
            <Link href={at([...items, id])} className={styles.act} aria-label={`Add ${title}`}>
              Add
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The kind of what stands first, once that is known. */
function useKindOf(items: readonly string[]): KindName | undefined {
  const compared = useComparison(items, items.length > 1).data?.items[0];
  const one = useItem(items[0] ?? '', items.length === 1).data;
  return (compared ?? one)?.item.kind;
}
