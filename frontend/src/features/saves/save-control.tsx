import { shelvesOf } from 'virtual:shelves';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { Counts, Item } from '#shared/items/schema.ts';
import { savesPage } from '#shared/saves/addresses.ts';
import type { Save } from '#shared/saves/schema.ts';
import { useOwnWrites, withOwnWrite } from '../../client/own-writes.ts';
import { currentSession, useSession } from '../../client/session.ts';
import { Button } from '../../ui/button.tsx';
import { exactCount } from '../../ui/numbers.ts';
import { refused, signInFirst } from '../../ui/refusal.ts';
import { Loading } from '../../ui/skeleton.tsx';
import { TimeAgo } from '../../ui/time-ago.tsx';
import { say } from '../../ui/toasts.ts';
import { changeMySave, useMySave } from './my-saves.ts';
import { OnlyYou } from './only-you.tsx';
import styles from './save-control.module.css';
import type { SaveTexts } from './save-fields.tsx';
import { ShelfChoice } from './shelf-choice.tsx';

const SaveForm = lazy(() => import('./save-form.tsx'));

type Props = {
  item: Item;
  counts: Counts;
  /** The crowd's tags, most used first. */
  crowd: readonly string[];
  /** My tags on it, exact; undefined while unknown. */
  tags: readonly string[] | undefined;
  /** Why it is not known what I keep. */
  failed: unknown;
  /** Told of my tags where the form changed them. */
  onTags: (tags: string[]) => void;
  /** What else belongs to a thing that I keep, such as when I read it. */
  children?: ReactNode;
};

/** Keeps an item: one press puts it on a shelf, a form says the rest. */
export function SaveControl({ item, counts, crowd, tags, failed, onTags, children }: Props) {
  const session = useSession();
  const own = useOwnWrites();
  const known = useMySave(item.id);
  const save = session.signedIn ? known : null;
  const [editing, setEditing] = useState(false);
  const [removing, setRemoving] = useState(false);
  /** A shelf that was pressed before it was known what I keep already: else it would be written over. */
  const [pressed, setPressed] = useState<string | null>();
  const total = withOwnWrite(own, `saves:${item.id}`, counts.saves);

  const begun = (texts: Partial<SaveTexts>): Save => ({
    item: { id: item.id, kind: item.kind, title: item.title, byline: item.byline },
    by: (session.signedIn && session.handle) || '',
    at: `${new Date().toISOString().slice(0, 19)}Z`,
    private: false,
    shelf: null,
    shelves: [],
    note: '',
    privateNote: '',
    readings: [],
    ...save,
    // They may have been changed beside the save.
    tags: [...(tags ?? [])],
    ...texts,
  });
  const isKnown = save !== undefined && tags !== undefined;
  const choose = (shelf: string | null) => {
    if (!currentSession().signedIn) return signInFirst('save this');
    if (!isKnown) return setPressed(shelf);
    setPressed(undefined);
    changeMySave(item.id, begun({ shelf }), counts.saves).catch(refused('It was not saved'));
  };
  useEffect(() => {
    if (pressed === undefined) return;
    if (isKnown) choose(pressed);
    else if (failed !== undefined) {
      setPressed(undefined);
      refused('It was not saved')(failed);
    }
  });
  const open = () => {
    if (!session.signedIn) signInFirst('save this');
    else setEditing(true);
  };
  const write = async (texts: SaveTexts) => {
    await changeMySave(item.id, begun(texts), counts.saves);
    onTags(texts.tags);
    say(texts.private ? 'Saved. Only you see it.' : 'Saved.');
  };
  const remove = () => {
    setRemoving(false);
    changeMySave(item.id, null, counts.saves).then(() => {
      // Private tags went with it.
      if (save?.private) onTags([]);
      say('It is off your shelves.');
    }, refused('It is still saved'));
  };

  const state = (
    <p className={styles.state}>
      {save && !editing && (
        <span role="status">
          Saved <TimeAgo at={save.at} />
          {save.private && (
            <>
              {' '}
              <OnlyYou />
            </>
          )}
          {save.by !== '' && save.shelf !== null && (
            <>
              {' '}
              · <Link href={savesPage(save.by, { kind: item.kind, shelf: save.shelf })}>see the shelf</Link>
            </>
          )}
        </span>
      )}
      {total > 0 && (
        <Link href={`/i/${item.id}/savers`}>Saved by {total === 1 ? '1 person' : `${exactCount(total)} people`}</Link>
      )}
      {save && !editing && !removing && (
        <button type="button" onClick={() => setRemoving(true)}>
          Remove…
        </button>
      )}
    </p>
  );

  return (
    <section className={styles.save} aria-label="Saving">
      {editing && isKnown && save !== undefined ? (
        <Suspense fallback={<Loading what="the form" />}>
          <SaveForm
            itemId={item.id}
            kind={item.kind}
            isNew={save === null}
            before={begun(save ? {} : { shelf: shelvesOf[item.kind][0]?.key ?? null })}
            suggested={{ popular: crowd, mine: [], network: [] }}
            onSave={write}
            onClose={() => setEditing(false)}
          />
        </Suspense>
      ) : (
        <div className={styles.bar}>
          <ShelfChoice
            kind={item.kind}
            shelf={pressed ?? (save ? save.shelf : undefined)}
            onChoose={choose}
            legend="Save it"
          />
          <p className={styles.more}>
            <Button look="plain" onClick={open}>
              {save ? 'Note, tags…' : 'With a note, tags, private…'}
            </Button>
          </p>
          {state}
        </div>
      )}
      {editing && state}
      {save && !editing && save.note && <p className={styles.note}>{save.note}</p>}
      {save && !editing && save.privateNote && (
        <p className={styles.note}>
          <OnlyYou /> {save.privateNote}
        </p>
      )}
      {save && removing && (
        <p className={styles.removing}>
          <Button look="danger" onClick={remove}>
            Remove it, with its notes and dates
          </Button>
          <Button look="plain" onClick={() => setRemoving(false)}>
            Keep it
          </Button>
        </p>
      )}
      {save && !editing && children}
    </section>
  );
}
