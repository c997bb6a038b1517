import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { dropDraft, readDraft, useKeptDraft } from '../../client/drafts.ts';
import { BanNote } from '../../ui/ban-note.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Failure } from '../../ui/notice.tsx';
import { sessionEnded } from '../../ui/refusal.ts';
import { say } from '../../ui/toasts.ts';
import { postReply, useWholeReply } from './queries.ts';
import styles from './replies.module.css';

type Props = { reviewId: string; edits: boolean; onDone: () => void };

/** Where an owner writes their one reply to a review, or rewords it. */
export default function ReplyForm({ reviewId, edits, onDone }: Props) {
  const whole = useWholeReply(reviewId, edits);
  // What is edited is the whole text, not the beginning that lists show.
  if (edits && !whole.data)
    return whole.error === undefined ? (
      <p role="status">Loading your reply…</p>
    ) : (
      <Failure error={whole.error} retry={whole.reload} />
    );
  return <Form reviewId={reviewId} before={whole.data?.reply ?? undefined} onDone={onDone} />;
}

type Before = { text: string; revision: number } | undefined;

function Form({ reviewId, before, onDone }: { reviewId: string; before: Before; onDone: () => void }) {
  const id = useId();
  const draft = `reply:${reviewId}`;
  const initial = before?.text ?? '';
  const box = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => readDraft<{ text: string }>(draft).text ?? initial);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  useKeptDraft(draft, text === initial ? undefined : { text });
  useEffect(() => box.current?.focus(), []);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (busy || text.trim() === '') return box.current?.focus();
    setBusy(true);
    setFailure(undefined);
    postReply(reviewId, text, before?.revision)
      .then(() => {
        dropDraft(draft);
        say(before ? 'Your reply is reworded.' : 'Your reply stands below the review.');
        onDone();
      })
      .catch((error: unknown) => {
        setFailure(error);
        sessionEnded(error);
      })
      .finally(() => setBusy(false));
  };
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <BanNote />
      <Field
        id={id}
        label="Your reply as the owner"
        hint="Everybody sees it below the review, with your handle. There is one."
      >
        {(described) => (
          <textarea
            {...described}
            ref={box}
            rows={4}
            value={text}
            maxLength={2000}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {failure !== undefined && <Failure error={failure} />}
      <p className={styles.actions}>
        <Button type="submit" busy={busy}>
          {before ? 'Save the reply' : 'Post the reply'}
        </Button>
        <Button look="plain" onClick={onDone}>
          Cancel
        </Button>
      </p>
    </form>
  );
}
