import type { licences } from 'virtual:contract';
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import { type KindName, kinds } from '#shared/items/kinds/registry.ts';
import { dropDraft, readDraft, useKeptDraft } from '../../client/drafts.ts';
import { ProblemError } from '../../client/problem.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { LicenceOptions } from '../../ui/licence-options.tsx';
import { Failure, Notice } from '../../ui/notice.tsx';
import { sessionEnded } from '../../ui/refusal.ts';
import { FormInput } from './form-input.tsx';
import { byField, type FormTexts, fieldsOf, problemsOf } from './form-values.ts';
import styles from './item-form.module.css';

type Licence = (typeof licences)[number];
type Props = {
  kind: KindName;
  texts: FormTexts;
  /** Fields the form does not ask for, kept as they are. */
  kept?: Record<string, unknown>;
  submit: string;
  /** Under which name what is being written is kept until it is taken. */
  draft: string;
  chooseLicence?: boolean;
  /** Told what is in it now, whenever somebody changed it. */
  onChange?: (fields: Record<string, unknown>) => void;
  /** What else is asked for, below the fields. */
  children?: ReactNode;
  onSubmit: (fields: Record<string, unknown>, licence: Licence) => Promise<void>;
  /** What may be done about a refusal, beside the refusal itself. */
  remedy?: (error: unknown) => ReactNode;
};

/** A kind's form, made from its data and checked by its own schema before anything is sent. */
export function ItemForm({
  kind: kindName,
  texts: initial,
  kept,
  submit,
  draft,
  chooseLicence = false,
  onChange,
  children,
  onSubmit,
  remedy,
}: Props) {
  const kind = kinds[kindName];
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [texts, setTexts] = useState(() => ({ ...initial, ...(readDraft<FormTexts>(draft) as FormTexts) }));
  const [changed, setChanged] = useState(false);
  const [licence, setLicence] = useState<Licence>('CC-BY-SA-4.0');
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();

  useKeptDraft(draft, changed ? texts : undefined);

  const refuse = (found: Record<string, string>) => {
    setProblems(found);
    const first = kind.form.find(({ name }) => found[name]);
    if (first) form.current?.querySelector<HTMLElement>(`[name="${first.name}"]`)?.focus();
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const fields = fieldsOf(kind.form, texts, kept);
    const found = problemsOf(kind, fields);
    refuse(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    setFailure(undefined);
    try {
      await onSubmit(fields, licence);
      dropDraft(draft);
    } catch (error) {
      setFailure(error);
      sessionEnded(error);
      if (error instanceof ProblemError) refuse(byField(error.errors, kind, fields));
    } finally {
      setBusy(false);
    }
  };
  const count = Object.keys(problems).length;

  return (
    <form ref={form} className={styles.form} onSubmit={(event) => void send(event)} noValidate>
      {count > 0 && (
        <Notice
          title={count === 1 ? 'One field needs another look' : `${count} fields need another look`}
          tone="refused"
        />
      )}
      {kind.form.map((field) => (
        <Field
          key={field.name}
          id={`${id}-${field.name}`}
          label={field.label}
          hint={field.hint}
          optional={!field.required}
          problem={problems[field.name]}
        >
          {(described) => (
            <FormInput
              field={field}
              described={described}
              text={texts[field.name] ?? ''}
              onText={(text) => {
                const next = { ...texts, [field.name]: text };
                setTexts(next);
                setChanged(true);
                onChange?.(fieldsOf(kind.form, next, kept));
              }}
            />
          )}
        </Field>
      ))}
      {children}
      {chooseLicence && (
        <Field id={`${id}-licence`} label="Licence" hint="What others may do with the words you add here.">
          {(described) => (
            <select {...described} value={licence} onChange={(event) => setLicence(event.target.value as Licence)}>
              <LicenceOptions />
            </select>
          )}
        </Field>
      )}
      {failure !== undefined && <Failure error={failure} />}
      {failure !== undefined && remedy?.(failure)}
      <Button type="submit" busy={busy}>
        {submit}
      </Button>
    </form>
  );
}
