import { useId, useRef, useState } from 'react';
import type { FileLook, Visibility } from '#shared/imports/schema.ts';
import { call } from '../../client/call.ts';
import { Button } from '../../ui/button.tsx';
import { Failure, Notice } from '../../ui/notice.tsx';
import { exactCount } from '../../ui/numbers.ts';
import { formatNames, openStreetMapLicence } from './format-names.ts';
import styles from './imports.module.css';

const fromOpenStreetMap: readonly string[] = ['overpass', 'osm-xml'];

type Props = { name: string; text: string; look: FileLook; note?: string; onStarted: (importId: string) => void };

/** What was found in a file, and who shall see it. */
export function FoundInFile({ name, text, look, note, onStarted }: Props) {
  const group = useId();
  const choices = choicesOf(look);
  const [visibility, setVisibility] = useState<Visibility>(choices[0]?.visibility ?? 'file');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  // One key for each way of handing it in: a second press hands it in once.
  const keys = useRef(new Map<Visibility, string>());
  const taken = look.rows - look.refused;

  const start = async () => {
    setBusy(true);
    setFailure(undefined);
    const key = keys.current.get(visibility) ?? crypto.randomUUID();
    keys.current.set(visibility, key);
    try {
      const body = { text, format: look.format, filename: name, visibility };
      const started = await call('startImport', { body }, { idempotencyKey: key });
      onStarted(started.import.id);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <div role="status">
        <Notice title={`Found: ${formatNames[look.format]}`}>
          <p>
            {exactCount(look.rows)} {look.rows === 1 ? 'row' : 'rows'}
            {look.refused > 0 && `, ${exactCount(look.refused)} of which cannot be taken`}
            {look.rated > 0 && `, ${exactCount(look.rated)} with a rating`}.
          </p>
          {note && <p>{note}</p>}
          {fromOpenStreetMap.includes(look.format) && <p>{openStreetMapLicence}</p>}
          {look.titles.length > 0 && (
            <p className={styles.titles} dir="auto">
              {look.titles.filter(Boolean).join(' · ')}
              {look.rows > look.titles.length && ' …'}
            </p>
          )}
        </Notice>
      </div>
      {taken === 0 && <p>Nothing in it can be taken; an import would only tell the reason for each row.</p>}
      <fieldset className={styles.who}>
        <legend>Who may see what comes in?</legend>
        {choices.map((choice) => (
          <label key={choice.visibility}>
            <input
              type="radio"
              name={group}
              checked={visibility === choice.visibility}
              onChange={() => setVisibility(choice.visibility)}
            />
            <span>
              <strong>{choice.label}</strong>
              <span>{choice.means}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {failure !== undefined && <Failure error={failure} />}
      <Button type="submit" busy={busy} aria-disabled={look.rows === 0}>
        {busy ? 'Handing it in…' : 'Start the import'}
      </Button>
    </form>
  );
}

type Choice = { visibility: Visibility; label: string; means: string };

/** The ways there are for this file, the one that changes nothing about who sees it first. */
function choicesOf({ rows, private: own, public: shown, rated }: FileLook): Choice[] {
  const said = own > 0 && shown > 0;
  const mine: Choice = {
    visibility: 'private',
    label: 'Only me',
    means: `It is in no count, list or feed, and what is new here is not added to the site.${rated > 0 ? ' Ratings are not posted.' : ''}`,
  };
  const everyone: Choice = {
    visibility: 'public',
    label: 'Everyone',
    means: `It is shown with your handle${rated > 0 ? ', ratings and reviews are posted with their dates' : ''}, and what is new here is added to the site. Private notes stay yours alone.`,
  };
  const asSaid: Choice = {
    visibility: 'file',
    label: 'As the file says',
    means: `${own} private, ${shown} public.${rows > own + shown ? ' Of the rest it does not say: public.' : ''}`,
  };
  if (said) return [asSaid, mine, everyone];
  return own > 0 ? [mine, everyone] : [everyone, mine];
}
