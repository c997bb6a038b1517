import { type FormEvent, useId, useState } from 'react';
import type { Aspect } from '#shared/items/kind.ts';
import type { NewReview, Party, Review } from '#shared/reviews/schema.ts';
import { call } from '../../client/call.ts';
import { dropDraft, readDraft, useKeptDraft } from '../../client/drafts.ts';
import { ProblemError } from '../../client/problem.ts';
import { BanNote } from '../../ui/ban-note.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { LicenceOptions } from '../../ui/licence-options.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { Failure } from '../../ui/notice.tsx';
import { sessionEnded } from '../../ui/refusal.ts';
import { StarInput } from '../../ui/star-input.tsx';
import styles from './review-editor.module.css';
import { partyLabels } from './visit.ts';

type Props = {
  itemId: string;
  aspects: readonly Aspect[];
  /** What the day is called, and with whom one may have been there. */
  experienced?: string | undefined;
  parties?: readonly Party[] | undefined;
  before: Review | null;
  onPosted: (review: Review) => void;
  onCancel?: () => void;
};

/** Writes or edits my one review of an item. What I wrote stays here until it is taken. */
export function ReviewEditor({ itemId, aspects, experienced, parties, before, onPosted, onCancel }: Props) {
  const name = useId();
  const draftName = `review:${itemId}:${before?.revision ?? 0}`;
  const [draft] = useState(() => readDraft<NewReview>(draftName));
  const [rating, setRating] = useState(draft.rating ?? before?.rating);
  const [text, setText] = useState(draft.text ?? before?.text ?? '');
  const [aspectRatings, setAspectRatings] = useState<Record<string, number>>(draft.aspects ?? before?.aspects ?? {});
  const [experiencedOn, setExperiencedOn] = useState(draft.experiencedOn ?? before?.experiencedOn ?? '');
  const [party, setParty] = useState<Party | undefined>(draft.party ?? before?.party);
  const [licence, setLicence] = useState<NonNullable<NewReview['licence']>>(
    draft.licence ?? before?.licence ?? 'CC-BY-SA-4.0',
  );
  const [preview, setPreview] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const [unrated, setUnrated] = useState(false);

  const isChanged =
    rating !== before?.rating ||
    text !== (before?.text ?? '') ||
    experiencedOn !== (before?.experiencedOn ?? '') ||
    party !== before?.party ||
    aspects.some(({ key }) => aspectRatings[key] !== before?.aspects[key]);
  const hasFurther = Object.keys(aspectRatings).length > 0 || experiencedOn !== '' || party !== undefined;
  useKeptDraft(
    draftName,
    isChanged
      ? { rating, text, aspects: aspectRatings, experiencedOn, licence, ...(party ? { party } : {}) }
      : undefined,
  );

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
          ...(party ? { party } : {}),
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
      <BanNote />
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
          <details className={styles.further} open={parties !== undefined || hasFurther}>
            <summary>{furtherOf(aspects, parties ? 'your visit' : 'the date')}</summary>
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
            {experienced && (
              <Field id={`${name}-date`} label={`When you ${experienced} it`} optional>
                {(described) => (
                  <input
                    {...described}
                    type="date"
                    max={new Date().toLocaleDateString('sv')}
                    value={experiencedOn}
                    onChange={(event) => setExperiencedOn(event.target.value)}
                  />
                )}
              </Field>
            )}
            {parties && (
              <Field id={`${name}-party`} label="With whom" optional>
                {(described) => (
                  <select
                    {...described}
                    value={party ?? ''}
                    onChange={(event) => setParty(parties.find((one) => one === event.target.value))}
                  >
                    <option value="">Not said</option>
                    {parties.map((one) => (
                      <option key={one} value={one}>
                        {partyLabels[one].choice}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
            )}
            <Field id={`${name}-licence`} label="Licence" hint="What others may do with your text.">
              {(described) => (
                <select
                  {...described}
                  value={licence}
                  onChange={(event) => setLicence(event.target.value as typeof licence)}
                >
                  <LicenceOptions />
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

/** What else may be said, in a line: “Food, service, value, your visit, licence”. */
function furtherOf(aspects: readonly Aspect[], visit: string): string {
  const labels = aspects.map(({ label }, at) => (at === 0 ? label : label.toLowerCase()));
  return [...labels, visit, 'licence'].join(', ');
}
