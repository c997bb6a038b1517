import { useId, useState } from 'react';
import { Link } from 'wouter';
import { normaliseTag } from '#shared/tags/rules.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { counted, exactCount } from '../../ui/numbers.ts';
import styles from './my-tags.module.css';
import type { MyTag } from './my-tags.ts';

type Props = {
  tags: readonly MyTag[];
  hrefOf: (tag: string) => string;
  chosen: readonly string[];
  onChoose: (chosen: string[]) => void;
  /** The most that may be chosen at once. */
  most: number;
  /** Goes to what can be done with those chosen. */
  onGo: () => void;
};

const atFirst = 300;

/** My tags to be found and chosen. */
export function MyTagList({ tags, hrefOf, chosen, onChoose, most, onGo }: Props) {
  const id = useId();
  const [sought, setSought] = useState('');
  const [byUse, setByUse] = useState(false);
  const [all, setAll] = useState(false);
  const found = tags.filter(({ tag }) => tag.includes(normaliseTag(sought)));
  const sorted = byUse ? [...found].sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1)) : found;
  const shown = all ? sorted : sorted.slice(0, atFirst);
  const full = chosen.length >= most;
  return (
    <>
      <div className={styles.find}>
        <Field id={id} label="Find a tag">
          {(described) => (
            <input {...described} type="search" value={sought} onChange={({ target }) => setSought(target.value)} />
          )}
        </Field>
        <Button look="plain" aria-pressed={byUse} onClick={() => setByUse(!byUse)}>
          Most used first
        </Button>
      </div>
      <p className={styles.count} role="status">
        {sought ? `${exactCount(found.length)} of ${counted(tags.length, 'tag')}` : counted(tags.length, 'tag')}
        {full && `. ${most} may be chosen at once.`}
      </p>
      <ul className={styles.tags}>
        {shown.map(({ tag, count }) => (
          <li key={tag}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(tag)}
                disabled={full && !chosen.includes(tag)}
                onChange={({ target }) =>
                  onChoose(target.checked ? [...chosen, tag] : chosen.filter((other) => other !== tag))
                }
              />
              <span className="visually-hidden">Choose </span>
              {tag}
            </label>
            <Link href={hrefOf(tag)} aria-label={`${counted(count, 'save')} tagged ${tag}`}>
              {exactCount(count)}
            </Link>
          </li>
        ))}
      </ul>
      {chosen.length > 0 && (
        <div className={styles.bar}>
          <span>{counted(chosen.length, 'tag')} chosen</span>
          <Button look="plain" onClick={onGo}>
            Rename, bundle or delete
          </Button>
        </div>
      )}
      {shown.length < sorted.length && (
        <p>
          <Button look="plain" onClick={() => setAll(true)}>
            Show all {exactCount(sorted.length)}
          </Button>
        </p>
      )}
    </>
  );
}
