import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { List } from '#shared/lists/schema.ts';
import { dropDraft, readDraft, useKeptDraft } from '../../client/drafts.ts';
import { BanNote } from '../../ui/ban-note.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import form from '../../ui/form.module.css';
import { LicenceOptions } from '../../ui/licence-options.tsx';
import { Failure } from '../../ui/notice.tsx';
import { sessionEnded } from '../../ui/refusal.ts';
import styles from './lists.module.css';

export type ListTexts = Pick<List, 'title' | 'description' | 'mode' | 'licence'>;
type Props = {
  texts: ListTexts;
  /** Mode and licence are settled when a list is made. */
  isNew?: boolean;
  draft: string;
  submit: string;
  onSubmit: (texts: ListTexts) => Promise<void>;
  children?: ReactNode;
};

const modes = [
  { mode: 'open', label: 'Open', hint: 'anyone puts things on it, and everybody’s votes order it' },
  { mode: 'closed', label: 'Closed', hint: 'you alone fill it and order it' },
] as const;

/** Title and description of a list, and what kind of list it is to be. */
export function ListForm({ texts: initial, isNew = false, draft, submit, onSubmit, children }: Props) {
  const id = useId();
  const [texts, setTexts] = useState<ListTexts>(() => ({ ...initial, ...readDraft<ListTexts>(draft) }));
  const [changed, setChanged] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  useKeptDraft(draft, changed ? texts : undefined);
  const set = (change: Partial<ListTexts>) => {
    setTexts({ ...texts, ...change });
    setChanged(true);
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (texts.title.trim() === '') return setProblem('Say what it is a list of.');
    setProblem(undefined);
    setFailure(undefined);
    setBusy(true);
    try {
      await onSubmit(texts);
      dropDraft(draft);
    } catch (error) {
      setFailure(error);
      sessionEnded(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className={form.form} onSubmit={(event) => void send(event)} noValidate>
      <BanNote />
      <Field id={`${id}-title`} label="Title" hint="such as “Books that changed how I cook”" problem={problem}>
        {(described) => (
          <input
            {...described}
            value={texts.title}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => set({ title: event.target.value })}
          />
        )}
      </Field>
      <Field id={`${id}-description`} label="What belongs on it" hint="Markdown" optional>
        {(described) => (
          <textarea
            {...described}
            rows={4}
            value={texts.description}
            maxLength={4000}
            onChange={(event) => set({ description: event.target.value })}
          />
        )}
      </Field>
      {isNew && (
        <fieldset className={styles.modes}>
          <legend>What kind of list</legend>
          {modes.map(({ mode, label, hint }) => (
            <label key={mode}>
              <input type="radio" name={`${id}-mode`} checked={texts.mode === mode} onChange={() => set({ mode })} />
              <span>
                <b>{label}</b>: {hint}
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {isNew && (
        <Field id={`${id}-licence`} label="Licence" hint="What others may do with the words of the list.">
          {(described) => (
            <select
              {...described}
              value={texts.licence}
              onChange={(event) => set({ licence: event.target.value as ListTexts['licence'] })}
            >
              <LicenceOptions />
            </select>
          )}
        </Field>
      )}
      {failure !== undefined && <Failure error={failure} />}
      <p className={form.actions}>
        <Button type="submit" busy={busy}>
          {submit}
        </Button>
        {children}
      </p>
    </form>
  );
}
