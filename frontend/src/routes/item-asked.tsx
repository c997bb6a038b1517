import { readingsOf } from 'virtual:readings';
import { Link } from 'wouter';
import type { KindName } from '#shared/items/kinds/registry.ts';
import type { Answer } from '../client/call.ts';
import { Beginning } from '../features/discussions/beginning.tsx';
import { useAsked } from '../features/questions/queries.ts';
import { Failure } from '../ui/notice.tsx';
import { exactCount } from '../ui/numbers.ts';
import { Loading } from '../ui/skeleton.tsx';
import { commentTools } from './comment-tools.tsx';
import styles from './item.module.css';

const parts = [
  ['tips', 'Tips'],
  ['questions', 'Questions'],
] as const;
type Part = (typeof parts)[number][0];
type Merged = Answer<'getItem'>['merged'];

/** Of so many that were merged into it, what was asked and told there stands here too; their pages have the rest. */
const mergedShown = 5;

type Props = {
  itemId: string;
  kind: KindName;
  merged?: Merged;
  /** Takes no new ones. */
  closed?: boolean;
};

/** The best tips on an item and the best questions about it; how many were there, where people say that. */
export default function ItemAsked({ itemId, kind, merged = [], closed = false }: Props) {
  const { data, error, reload } = useAsked(itemId);
  return parts.map(([what, label]) => (
    <section key={what} className={styles.part} aria-labelledby={what}>
      <h2 id={what}>{label}</h2>
      {data ? (
        <>
          {what === 'tips' && <Visits kind={kind} visits={data.visits} />}
          <Beginning
            at={{ what, target: itemId }}
            entries={data[what].entries}
            all={data[what].comments > data[what].entries.length ? `All ${label.toLowerCase()}` : `${label} page`}
            tools={commentTools}
            closed={closed}
          />
        </>
      ) : error === undefined ? (
        <Loading what={`its ${what}`} />
      ) : (
        <Failure error={error} retry={reload} />
      )}
      {merged.slice(0, mergedShown).map((one) => (
        <AskedThere key={one.id} what={what} item={one} />
      ))}
    </section>
  ));
}

/** What was said of one that was merged into it; nothing where nothing was. */
function AskedThere({ what, item: { id, kind, title } }: { what: Part; item: Merged[number] }) {
  const { data } = useAsked(id);
  if (!data || data[what].comments === 0) return null;
  return (
    <>
      <h3>
        On <Link href={`/i/${id}?merged=1`}>{title}</Link>, which was merged into this page
      </h3>
      {what === 'tips' && <Visits kind={kind} visits={data.visits} />}
      <Beginning
        at={{ what, target: id }}
        entries={data[what].entries}
        all={`All of those ${what}`}
        tools={commentTools}
        closed
      />
    </>
  );
}

function Visits({ kind, visits: { people, visits } }: { kind: KindName; visits: Answer<'getAsked'>['visits'] }) {
  const here = readingsOf[kind]?.here;
  if (!here || people === 0) return null;
  return (
    <p className={styles.credit}>
      {people === 1 ? '1 person says they' : `${exactCount(people)} people say they`} {here.said}
      {visits > people && `, ${exactCount(visits)} times in all`}.
    </p>
  );
}
