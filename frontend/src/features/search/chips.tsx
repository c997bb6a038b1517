import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { type Asked, type FilterName, filterNames, searchAddress, valuesOf, without, withoutValue } from './address.ts';
import styles from './search.module.css';
import { isWhereIAm } from './where-i-am.ts';
import { valueName } from './words.ts';

type Props = {
  asked: Asked;
  /** Names that the address does not hold, such as an area’s. */
  named?: Partial<Record<FilterName, string>> | undefined;
};

/** The search as parts that can be taken away one by one. */
export function Chips({ asked, named }: Props) {
  const [zone, setZone] = useState<string>();
  // The page is rendered for everybody: whose clocks count is known here only.
  useEffect(() => setZone(Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  const [isHere, setIsHere] = useState(false);
  const { near } = asked;
  useEffect(() => setIsHere(near !== undefined && isWhereIAm(near)), [near]);
  const chips = filterNames.flatMap((name) =>
    valuesOf(asked, name).map((value) => ({
      key: `${name}=${value}`,
      label: named?.[name] ?? (name === 'near' && isHere ? 'Near where you are' : valueName(name, value, zone)),
      href: searchAddress(withoutValue(asked, name, value)),
    })),
  );
  if (chips.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label="What is searched for">
      {chips.map(({ key, label, href }) => (
        <li key={key}>
          <Link href={href} className={styles.chip} aria-label={`Without: ${label}`}>
            {label} <span aria-hidden="true">×</span>
          </Link>
        </li>
      ))}
      {asked.q && (
        <li>
          <Link href={searchAddress(without(asked, 'q'))} className={styles.chip} aria-label={`Without: ${asked.q}`}>
            “{asked.q}” <span aria-hidden="true">×</span>
          </Link>
        </li>
      )}
      {chips.length > 1 && (
        <li>
          <Link href={searchAddress(asked.q ? { q: asked.q } : {})}>Clear all</Link>
        </li>
      )}
    </ul>
  );
}
