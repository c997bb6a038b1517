import { type FormEvent, useId, useState } from 'react';
import { type FlagReason, flagReasons, type Removable, removable } from '#shared/moderation/schema.ts';
import { call } from '../../client/call.ts';
import { forgetLoaded, setLoaded } from '../../client/loads.ts';
import { BanNote } from '../../ui/ban-note.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Failure } from '../../ui/notice.tsx';
import { refused } from '../../ui/refusal.ts';
import { Loading } from '../../ui/skeleton.tsx';
import { say } from '../../ui/toasts.ts';
import styles from './moderation.module.css';
import { type Flagged, flagsKey, myFlagKey, useAmSteward, useFlags, useMyFlag } from './queries.ts';
import { Removal } from './removal.tsx';
import { reasonLabels, reasonNames, reasonsSaid } from './words.ts';

type Props = Flagged & { onDone: () => void };

/** Flags something, or takes the flag back; says how many did, for what, and how many it takes. */
export default function FlagForm({ what, target, onDone }: Props) {
  const of = { what, target };
  const flags = useFlags(of);
  const mine = useMyFlag(of);
  const steward = useAmSteward();
  const failed = flags.error ?? mine.error;
  if (failed !== undefined) return <Failure error={failed} retry={() => [flags.reload(), mine.reload()]} />;
  if (!flags.data || !mine.data) return <Loading what="flags" />;
  const { flags: count, reasons, needs, weight, folded } = flags.data;
  const changed = (said: string) => {
    forgetLoaded(flagsKey(of));
    say(said);
    onDone();
  };
  return (
    <div className={styles.panel}>
      <p className={styles.sums}>
        {count === 0
          ? 'Nobody flagged this so far.'
          : `${count === 1 ? 'One person' : `${count} people`} flagged this: ${reasonsSaid(reasons)}.`}{' '}
        {folded ? 'It is folded.' : `It is folded once flags weigh ${needs}; they weigh ${weight}.`}
      </p>
      {mine.data.flag ? (
        <TakeBack of={of} reason={mine.data.flag.reason} onDone={changed} />
      ) : (
        <Give of={of} onDone={changed} onCancel={onDone} />
      )}
      {steward === true && isRemovable(what) && <Removal what={what} target={target} onDone={onDone} />}
    </div>
  );
}

const isRemovable = (what: string): what is Removable => (removable as readonly string[]).includes(what);

type Step = { of: Flagged; onDone: (said: string) => void };

function TakeBack({ of, reason, onDone }: Step & { reason: FlagReason }) {
  const [busy, setBusy] = useState(false);
  const back = () => {
    setBusy(true);
    call('unflagTarget', { params: of }).then(
      () => {
        setLoaded(myFlagKey(of), { flag: null });
        onDone('Your flag is taken back.');
      },
      (error: unknown) => {
        setBusy(false);
        refused('Your flag still stands')(error);
      },
    );
  };
  return (
    <p>
      You flagged it: {reasonNames[reason]}.{' '}
      <Button look="plain" busy={busy} onClick={back}>
        Take it back
      </Button>
    </p>
  );
}

function Give({ of, onDone, onCancel }: Step & { onCancel: () => void }) {
  const [reason, setReason] = useState<FlagReason>();
  const [words, setWords] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const name = useId();
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!reason) return setProblem('Choose a reason.');
    if (reason === 'other' && words.trim() === '') return setProblem('Say in your own words what is wrong.');
    setBusy(true);
    call('flagTarget', { params: of, body: { reason, words } }).then(
      ({ folded }) => {
        setLoaded(myFlagKey(of), { flag: { reason, words, at: new Date().toISOString() } });
        onDone(folded ? 'Flagged: with yours there are enough, and it is folded.' : 'Flagged.');
      },
      (error: unknown) => {
        setBusy(false);
        refused('It was not flagged')(error);
      },
    );
  };
  return (
    <form onSubmit={send} noValidate>
      <BanNote />
      <fieldset className={styles.reasons} aria-describedby={problem ? `${name}-problem` : undefined}>
        <legend>What is wrong with it?</legend>
        {flagReasons.map((one) => (
          <label key={one}>
            <input type="radio" name={name} value={one} checked={reason === one} onChange={() => setReason(one)} />{' '}
            {reasonLabels[one]}
          </label>
        ))}
      </fieldset>
      <Field
        id={`${name}-words`}
        label="In your own words"
        optional
        hint="Only the steward reads this, without your name."
      >
        {(described) => (
          <textarea
            {...described}
            rows={2}
            maxLength={500}
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
        )}
      </Field>
      {problem && (
        <p id={`${name}-problem`} className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <p className={styles.fine}>Everybody sees how many flagged it and for what; nobody sees that you did.</p>
      <div className={styles.buttons}>
        <Button type="submit" busy={busy}>
          Flag it
        </Button>
        <Button look="plain" onClick={onCancel}>
          Leave it
        </Button>
      </div>
    </form>
  );
}
