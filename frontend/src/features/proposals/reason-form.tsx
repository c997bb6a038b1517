import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { ChangeKind } from '#shared/proposals/schema.ts';
import { dropDraft, readDraft, useKeptDraft } from '../../client/drafts.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import form from '../../ui/form.module.css';
import { Failure, Notice } from '../../ui/notice.tsx';
import { sessionEnded } from '../../ui/refusal.ts';
import { useConsentTerms } from './queries.ts';
import { hoursSaid } from './words.ts';

type Props = {
  draft: string;
  initial?: string;
  submit: string;
  what: ChangeKind;
  hint?: string;
  /** What is wrong with the rest of the form, or nothing. */
  check?: () => string | undefined;
  onSubmit: (reason: string) => Promise<void>;
  children?: ReactNode;
};

/** The end of every form that proposes something: why, and what then happens. */
export function ReasonForm({ draft, initial = '', submit, what, hint, check, onSubmit, children }: Props) {
  const id = useId();
  const [reason, setReason] = useState(() => readDraft<{ reason: string }>(draft).reason ?? initial);
  const [problem, setProblem] = useState<string>();
  const [unready, setUnready] = useState<string>();
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  useKeptDraft(draft, reason === initial ? undefined : { reason });
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const wrong = check?.();
    setUnready(wrong);
    setFailure(undefined);
    if (wrong) return;
    if (reason.trim() === '') return setProblem('Say why: others decide by it.');
    setProblem(undefined);
    setBusy(true);
    try {
      await onSubmit(reason.trim());
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
      {children}
      <Field id={`${id}-reason`} label="Why" hint={hint ?? 'Its first line stands in the history.'} problem={problem}>
        {(described) => (
          <textarea
            {...described}
            rows={3}
            value={reason}
            maxLength={2000}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <WhatHappens what={what} />
      {unready && <Notice title={unready} tone="refused" />}
      {failure !== undefined && <Failure error={failure} />}
      <Button type="submit" busy={busy}>
        {submit}
      </Button>
    </form>
  );
}

/** What it takes for such a change to pass here now. */
export function WhatHappens({ what }: { what: ChangeKind }) {
  const need = useConsentTerms().data?.needs.find((one) => one.what === what);
  if (!need) return null;
  const others = need.quorum - 1;
  return (
    <p className={form.hint}>
      It applies by itself after {hoursSaid(need.hours)} unless somebody blocks it or more are against it
      {others > 0 && `, once ${others === 1 ? 'one more person is' : `${others} more people are`} for it`}.
    </p>
  );
}
