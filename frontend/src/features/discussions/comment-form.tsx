import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { commentLongest } from '#shared/discussions/rules.ts';
import { dropDraft, readDraft, useKeptDraft } from '../../client/drafts.ts';
import { BanNote } from '../../ui/ban-note.tsx';
import { Button } from '../../ui/button.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { Failure } from '../../ui/notice.tsx';
import quiet from '../../ui/quiet.module.css';
import { sessionEnded } from '../../ui/refusal.ts';
import styles from './comment-form.module.css';

/** Below this, a box says how much room is left. */
const few = 1000;

type Props = {
  label: string;
  submit: string;
  /** The draft's name: what was written is kept until it is taken. */
  draft: string;
  initial?: string;
  /** How many characters it takes; counted down where they are few. */
  longest?: number;
  /** Whether to take the focus at once. */
  focus?: boolean;
  onSubmit: (text: string) => Promise<void>;
  onCancel?: () => void;
};

/** A box to say something in. Ctrl and Enter send it; Escape leaves, and the words are kept. */
export function CommentForm({
  label,
  submit,
  draft,
  initial = '',
  longest = commentLongest,
  focus = false,
  onSubmit,
  onCancel,
}: Props) {
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => readDraft<{ text: string }>(draft).text ?? initial);
  const [preview, setPreview] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  useKeptDraft(draft, text === initial ? undefined : { text });
  useEffect(() => {
    if (focus) box.current?.focus();
  }, [focus]);

  const send = async () => {
    if (busy || text.trim() === '') return box.current?.focus();
    setBusy(true);
    setFailure(undefined);
    try {
      await onSubmit(text);
      dropDraft(draft);
      setText('');
      setPreview(false);
    } catch (error) {
      setFailure(error);
      sessionEnded(error);
    } finally {
      setBusy(false);
    }
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    }
    if (event.key === 'Escape') onCancel?.();
  };
  return (
    <form
      className={styles.form}
      // What is on its way stands among the comments already.
      hidden={busy}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void send();
      }}
      noValidate
    >
      <BanNote />
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      {preview ? (
        <div className={styles.preview}>
          <Markdown text={text || 'Nothing written yet.'} />
        </div>
      ) : (
        <textarea
          ref={box}
          id={id}
          value={text}
          maxLength={longest}
          rows={longest < few ? 2 : 3}
          placeholder={label}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKey}
        />
      )}
      {failure !== undefined && <Failure error={failure} />}
      <p className={styles.actions}>
        <Button type="submit" busy={busy}>
          {submit}
        </Button>
        {onCancel && (
          <Button look="plain" onClick={onCancel}>
            Cancel
          </Button>
        )}
        {text.trim() !== '' && (
          <button type="button" className={quiet.small} aria-pressed={preview} onClick={() => setPreview(!preview)}>
            {preview ? 'Write on' : 'Preview'}
          </button>
        )}
        <span className={styles.hint}>
          {longest < few ? `${longest - text.length} characters left` : 'Markdown; @name mentions somebody'}
        </span>
      </p>
    </form>
  );
}
