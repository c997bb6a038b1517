import { Link } from 'wouter';
import type { SearchPage } from '#shared/search/schema.ts';
import { useNow } from '../../client/now.ts';
import { exactCount } from '../../ui/numbers.ts';
import { type Asked, type FilterName, searchAddress, valuesOf, without, withoutValue, withValue } from './address.ts';
import styles from './search.module.css';
import { filterLabels, valueName } from './words.ts';

const days = [
  ['The last week', 7],
  ['The last month', 30],
  ['The last year', 365],
] as const;

type Props = { asked: Asked; facets: SearchPage['facets'] };

type Counted = { value: string; count: number };
/** The most frequent, as they come; what is a step on a scale, from its least. */
const inOrder = (name: FilterName, counts: readonly Counted[]) =>
  name === 'price' ? [...counts].sort((a, b) => Number(a.value) - Number(b.value)) : counts.slice(0, 8);

/** What the hits can be narrowed down by, with how many there would be; what is chosen stays, to be taken back. */
export function Facets({ asked, facets }: Props) {
  const now = useNow();
  const groups = (Object.keys(filterLabels) as FilterName[]).flatMap((name) => {
    const counts = (facets as Partial<Record<FilterName, Counted[]>>)[name] ?? [];
    return counts.length > 0 ? [{ name, counts }] : [];
  });
  // What has a category is a place, which has hours.
  const hasHours = asked.open !== undefined || (facets.category?.length ?? 0) > 0;
  const since = (count: number) => new Date(now - count * 86_400_000).toISOString().slice(0, 10);
  return (
    <div className={styles.facets}>
      {hasHours && (
        <section>
          <h2>Hours</h2>
          <ul>
            <li>
              <Link
                href={searchAddress(asked.open ? without(asked, 'open') : { ...asked, open: 'now' })}
                aria-current={asked.open ? 'true' : undefined}
              >
                {valueName('open', asked.open ?? 'now')}
              </Link>
            </li>
          </ul>
        </section>
      )}
      {groups.map(({ name, counts }) => {
        const chosen = valuesOf(asked, name);
        return (
          <section key={name}>
            <h2>{filterLabels[name]}</h2>
            <ul>
              {inOrder(name, counts).map(({ value, count }) => {
                const on = chosen.includes(value);
                return (
                  <li key={value}>
                    <Link
                      href={searchAddress(on ? withoutValue(asked, name, value) : withValue(asked, name, value))}
                      aria-current={on ? 'true' : undefined}
                    >
                      {valueName(name, value)} <span>{exactCount(count)}</span>
                    </Link>
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
      <section>
        <h2>Added in</h2>
        <ul>
          {days.map(([label, count]) => (
            <li key={label}>
              <Link
                href={searchAddress(
                  asked.from === since(count)
                    ? withoutValue(asked, 'from', since(count))
                    : withValue(asked, 'from', since(count)),
                )}
                aria-current={asked.from === since(count) ? 'true' : undefined}
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
