import { lazy, Suspense, useId, useState } from 'react';
import { bytesOf, textLimit } from '#shared/revisions/schema.ts';
import { Button } from '../../ui/button.tsx';
import { byteSize } from '../../ui/byte-size.ts';
import { Field } from '../../ui/field.tsx';
import { ItemText } from './item-text.tsx';
import styles from './revisions.module.css';

const OwnChanges = lazy(() => import('./own-changes.tsx'));

type Props = {
  text: string;
  onText: (text: string) => void;
  label: string;
  /** What it goes on from, where it is there already. */
  was?: string;
};

/** Where an item's text is written, how it will look, and what is changed of it. */
export function TextField({ text, onText, label, was }: Props) {
  const id = useId();
  const [shown, setShown] = useState(false);
  const [compared, setCompared] = useState(false);
  const size = bytesOf(text);
  const problem = size > textLimit ? `This is ${byteSize(size)}; a text may have 1 MB.` : undefined;
  return (
    <>
      <Field
        id={id}
        label={label}
        optional
        problem={problem}
        hint={
          <>
            Markdown. Links: <code>[[a title]]</code>, <code>[[i:ID|words]]</code> to an item, <code>[[@handle]]</code>,{' '}
            <code>[[#tag]]</code>. Tables: a row is <code>| one | two |</code>, and below the first of them stands{' '}
            <code>|---|---|</code>.
          </>
        }
      >
        {(described) => (
          <textarea
            {...described}
            name="text"
            className={styles.text}
            rows={18}
            value={text}
            onChange={(event) => onText(event.target.value)}
          />
        )}
      </Field>
      <p>
        <Button look="plain" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? 'Hide the preview' : 'Preview'}
        </Button>{' '}
        {was !== undefined && (
          <Button look="plain" aria-expanded={compared} onClick={() => setCompared(!compared)}>
            {compared ? 'Hide what you changed' : 'What you changed'}
          </Button>
        )}
      </p>
      {compared && was !== undefined && (
        <section className={styles.preview} aria-label="What you changed">
          <Suspense>
            <OwnChanges was={was} text={text} />
          </Suspense>
        </section>
      )}
      {shown && (
        <section className={styles.preview} aria-label="Preview">
          {text.trim() ? <ItemText text={text} links={{}} top={3} /> : <p className={styles.note}>Nothing yet.</p>}
        </section>
      )}
    </>
  );
}
