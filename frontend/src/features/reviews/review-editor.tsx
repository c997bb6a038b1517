import { licences } from 'virtual:contract';
import { type FormEvent, useId, useState } from 'react';
import type { Aspect } from '#shared/items/kind.ts';
import type { NewReview, Review } from '#shared/reviews/schema.ts';
import { call } from '../../client/call.ts';
import { dropDraft, readDraft, useKeptDraft } from '../../client/drafts.ts';
import { ProblemError } from '../../client/problem.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { Failure } from '../../ui/notice.tsx';
import { sessionEnded } from '../../ui/refusal.ts';
import { StarInput } from '../../ui/star-input.tsx';
import styles from './review-editor.module.css';

type Props = {
  itemId: string;
  aspects: readonly Aspect[];
  before: Review | null;
  onPosted: (review: Review) => void;
  onCancel?: () => void;
};

/** Writes or edits my one review of an item. What I wrote stays here until it is taken. */
export function ReviewEditor({ itemId, aspects, before, onPosted, onCancel }: Props) {
  const name = useId();
  const draftName = `review:${itemId}:${before?.revision ?? 0}`;
  const [draft] = useState(() => readDraft<NewReview>(draftName));
  const [rating, setRating] = useState(draft.rating ?? before?.rating);
  const [text, setText] = useState(draft.text ?? before?.text ?? '');
  const [aspectRatings, setAspectRatings] = useState<Record<string, number>>(draft.aspects ?? before?.aspects ?? {});
  const [experiencedOn, setExperiencedOn] = useState(draft.experiencedOn ?? before?.experiencedOn ?? '');
  const [licence, setLicence] = useState<NonNullable<NewReview['licence']>>(
    draft.licence ?? before?.licence ?? 'CC-BY-SA-4.0',
  );
  const [preview, setPreview] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const [unrated, setUnrated] = useState(false);

  const isChanged = rating !== before?.rating || text !== (before?.text ?? '');
  useKeptDraft(draftName, isChanged ? { rating, text, aspects: aspectRatings, experiencedOn, licence } : undefined);

  const post = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (rating === undefined) return setUnrated(true);
    setBusy(true);
    setFailure(undefined);
    try {
      const { review } = await call('postReview', {
        params: { itemId },
        body: {
          rating,
          text,
          aspects: aspectRatings,
          licence,
          ...(experiencedOn ? { experiencedOn } : {}),
          ...(before ? { revision: before.revision } : {}),
        },
      });
      dropDraft(draftName);
      onPosted(review);
    } catch (error) {
      setFailure(error);
      sessionEnded(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form
      className={styles.editor}
      onSubmit={(event) => void post(event)}
      aria-label={before ? 'Edit your review' : 'Write a review'}
      noValidate
    >
      <StarInput
        name={`${name}-rating`}
        legend="Your rating"
        value={rating}
        onChange={setRating}
        problem={unrated && rating === undefined ? 'Choose half a star to five first.' : undefined}
      />
      {(rating !== undefined || before) && (
        <>
          <Field
            id={`${name}-text`}
            label="Your review"
            optional
            hint={
              <>
                Markdown. Put spoilers between double bars: <code>||the butler did it||</code>
              </>
            }
          >
            {(described) =>
              preview ? (
                <div className={styles.preview}>{text ? <Markdown text={text} /> : <p>Nothing written yet.</p>}</div>
              ) : (
                <textarea
                  {...described}
                  value={text}
                  maxLength={20_000}
                  rows={6}
                  onChange={(event) => setText(event.target.value)}
                />
              )
            }
          </Field>
          <p className={styles.toggle}>
            <Button look="plain" aria-pressed={preview} onClick={() => setPreview(!preview)}>
              {preview ? 'Write' : 'Preview'}
            </Button>
          </p>
          <details className={styles.further} open={Object.keys(aspectRatings).length > 0 || experiencedOn !== ''}>
            <summary>Aspects, date and licence</summary>
            <div className={styles.aspects}>
              {aspects.map(({ key, label }) => (
                <StarInput
                  key={key}
                  small
                  name={`${name}-${key}`}
                  legend={label}
                  value={aspectRatings[key]}
                  onChange={(value) => setAspectRatings({ ...aspectRatings, [key]: value })}
                />
              ))}
              {Object.keys(aspectRatings).length > 0 && (
                <Button look="plain" onClick={() => setAspectRatings({})}>
                  Clear the aspects
                </Button>
              )}
            </div>
            <Field id={`${name}-date`} label="When you read, visited or saw it" optional>
              {(described) => (
                <input
                  {...described}
                  type="date"
                  value={experiencedOn}
                  onChange={(event) => setExperiencedOn(event.target.value)}
                />
              )}
            </Field>
            <Field id={`${name}-licence`} label="Licence" hint="What others may do with your text.">
              {(described) => (
                <select
                  {...described}
                  value={licence}
                  onChange={(event) => setLicence(event.target.value as typeof licence)}
                >
                  {licences.map((one) => (
                    <option key={one}>{one}</option>
                  ))}
                </select>
              )}
            </Field>
          </details>
        </>
      )}
      {failure !== undefined && <Failure error={failure} />}
      {failure instanceof ProblemError && failure.code === 'review_conflict' && (
        <p>
          You edited it elsewhere. Copy what you need from here, then reload the page to start from the newer wording.
        </p>
      )}
      <p className={styles.actions}>
        <Button type="submit" busy={busy}>
          {before ? 'Save the changes' : text.trim() ? 'Post the review' : 'Post the rating'}
        </Button>
        {onCancel && (
          <Button
            look="plain"
            onClick={() => {
              dropDraft(draftName);
              onCancel();
            }}
          >
            Cancel
          </Button>
        )}
      </p>
    </form>
  );
}
