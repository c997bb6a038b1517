import { judgedOf } from 'virtual:aspects';
import { Link } from 'wouter';
import { allAspectsOf } from '#shared/items/aspects.ts';
import type { Line } from '../features/comparisons/comparison-table.tsx';
import styles from '../features/comparisons/comparisons.module.css';
import { judgedLines } from '../features/comparisons/judged-lines.tsx';
import type { Compared } from '../features/comparisons/queries.ts';
import { kindDetails } from '../features/items/kinds/details-registry.ts';
import { textOf } from '../features/items/kinds/kind-view.ts';
import { openSaid } from './open-said.ts';

const tagsShown = 12;

/** Everything that is compared: judgement first, then tags, then what each kind knows of its own, line by line. */
export function linesOf(items: readonly Compared[], now: number): Line[] {
  return [
    ...judgedLines(items, ({ kind }) => allAspectsOf(judgedOf[kind])),
    { label: 'Tags', cells: items.map(({ tags }) => ({ is: tags.length > 0 && <Tags tags={tags} among={items} /> })) },
    {
      label: 'Now',
      cells: items.map(({ opening }) => ({ is: opening && openSaid(opening, now) })),
    },
    ...detailLines(items),
    { label: 'Description', cells: items.map(({ item }) => ({ is: excerpt(textOf(item.fields.description)) })) },
  ].filter(({ cells }) => cells.some(({ is }) => is));
}

/** The kinds' own terms in the order of the first that has each; what another has no word for stays empty. */
function detailLines(items: readonly Compared[]): Line[] {
  const details = items.map(
    ({ item }) => new Map(kindDetails[item.kind](item.fields).map(({ term, is }) => [term, is])),
  );
  const terms = [...new Set(details.flatMap((of) => [...of.keys()]))];
  return terms.map((label) => ({ label, cells: details.map((of) => ({ is: of.get(label) })) }));
}

const longest = 300;
const excerpt = (text = '') => (text.length <= longest ? text : `${text.slice(0, longest - 1).toWellFormed()}…`);

/** An item's tags; what others here have too stands out. */
function Tags({ tags, among }: { tags: Compared['tags']; among: readonly Compared[] }) {
  const shared = ({ tag }: Compared['tags'][number]) =>
    among.filter((one) => one.tags.some((other) => other.tag === tag)).length > 1;
  const sorted = [...tags.filter(shared), ...tags.filter((tag) => !shared(tag))].slice(0, tagsShown);
  return (
    <ul className={styles.tags}>
      {sorted.map((tag) => (
        <li key={tag.tag} data-shared={shared(tag)}>
          <Link href={`/t/${encodeURIComponent(tag.tag)}`}>#{tag.tag}</Link>
          {shared(tag) && <span className="visually-hidden"> (shared)</span>}
        </li>
      ))}
    </ul>
  );
}
