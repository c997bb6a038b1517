import { type FormEvent, useId, useState } from 'react';
import { Link } from 'wouter';
import { isTag, normaliseTag, tagsPerPersonAndItem } from '#shared/tags/rules.ts';
import { call } from '../../client/call.ts';
import { noteOwnWrite, useOwnWrites, withOwnWrite } from '../../client/own-writes.ts';
import { useSession } from '../../client/session.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { exactCount } from '../../ui/numbers.ts';
import { refused, signInFirst } from '../../ui/refusal.ts';
import styles from './crowd-tags.module.css';

/** Writes of one tag go one after the other: two quick presses must not arrive in the other order. */
const turns = new Map<string, Promise<unknown>>();
function inTurn(key: string, write: () => Promise<unknown>): Promise<unknown> {
  const turn = (turns.get(key) ?? Promise.resolve()).catch(() => undefined).then(write);
  turns.set(key, turn);
  return turn;
}

type Props = {
  itemId: string;
  /** The crowd's tags as the public page gave them. */
  crowd: readonly { tag: string; count: number }[];
  /** Mine, exact; undefined while unknown. */
  mine: readonly string[] | undefined;
  onMine: (change: (tags: string[]) => string[]) => void;
};

/** How many tags stand there before the rest is asked for: the reviews are not to be far below. */
const atFirst = 20;

/** The crowd's tags with their counts, mine among them, to put on and take off. */
export function CrowdTags({ itemId, crowd, mine: known = [], onMine }: Props) {
  const session = useSession();
  const own = useOwnWrites();
  const field = useId();
  const [text, setText] = useState('');
  const [all, setAll] = useState(false);
  const [problem, setProblem] = useState<string>();
  // What is put on before mine are known, or were known without it, stands all the same.
  const [added, setAdded] = useState<string[]>([]);
  const mine = [...new Set([...known, ...added])];
  const countOf = (tag: string) => crowd.find((one) => one.tag === tag)?.count ?? 0;
  const key = (tag: string) => `tag:${itemId}:${tag}`;

  const shown = [...crowd.map(({ tag }) => tag), ...mine.filter((tag) => !crowd.some((one) => one.tag === tag))]
    .map((tag) => ({ tag, count: Math.max(withOwnWrite(own, key(tag), countOf(tag)), mine.includes(tag) ? 1 : 0) }))
    .filter(({ count }) => count > 0);
  // My own stay in sight, however few others use them.
  const listed = all ? shown : shown.filter(({ tag }, index) => index < atFirst || mine.includes(tag));

  const put = (tag: string, on: boolean) => {
    const shift = (way: boolean) => {
      const change = (tags: string[]) => [...tags.filter((one) => one !== tag), ...(way ? [tag] : [])];
      onMine(change);
      setAdded(change);
      noteOwnWrite(key(tag), countOf(tag), way ? 1 : -1);
    };
    shift(on);
    inTurn(key(tag), () => call(on ? 'applyTag' : 'removeTag', { params: { itemId, tag } })).catch((error: unknown) => {
      shift(!on);
      refused(`“${tag}” was not ${on ? 'put on' : 'taken off'}`)(error);
    });
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!session.signedIn) return signInFirst('tag this');
    const tag = normaliseTag(text);
    if (!isTag(tag))
      return setProblem(
        "A tag is 1 to 40 letters, digits, emoji and . - _ + # & ', with at least one letter, digit or emoji.",
      );
    if (!mine.includes(tag) && mine.length >= tagsPerPersonAndItem)
      return setProblem(`You may put ${tagsPerPersonAndItem} tags on one item. Take one off first.`);
    setProblem(undefined);
    setText('');
    if (!mine.includes(tag)) put(tag, true);
  };

  return (
    <div className={styles.tags}>
      {shown.length === 0 ? (
        <p className={styles.none}>No tags yet. What would you look for it under?</p>
      ) : (
        <ul aria-label="Tags">
          {listed.map(({ tag, count }) => {
            const isMine = mine.includes(tag);
            return (
              <li key={tag} data-mine={isMine}>
                <Link href={`/t/${encodeURIComponent(tag)}`} rel="tag">
                  {tag} <span className={styles.count}>{exactCount(count)}</span>
                </Link>
                {session.signedIn && (
                  <button
                    type="button"
                    aria-label={isMine ? `Take ${tag} off` : `Put ${tag} on too`}
                    title={isMine ? 'Take it off' : 'Put it on too'}
                    onClick={() => put(tag, !isMine)}
                  >
                    {isMine ? '×' : '+'}
                  </button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {listed.length < shown.length && (
        <p>
          <Button look="plain" onClick={() => setAll(true)}>
            Show {shown.length - listed.length} more tags
          </Button>
        </p>
      )}
      <form onSubmit={submit} noValidate>
        <Field id={`${field}-tag`} label="Add a tag" problem={problem}>
          {(described) => (
            <span className={styles.row}>
              <input
                {...described}
                value={text}
                maxLength={80}
                autoCapitalize="none"
                autoComplete="off"
                onChange={(event) => setText(event.target.value)}
              />
              <Button type="submit" look="plain">
                Add
              </Button>
            </span>
          )}
        </Field>
      </form>
    </div>
  );
}
