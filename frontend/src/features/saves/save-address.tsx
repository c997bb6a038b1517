import { kinds } from 'virtual:contract';
import { addressedKind, shelvesOf } from 'virtual:shelves';
import { type FormEvent, useId, useState } from 'react';
import { Link } from 'wouter';
import { savesPage } from '#shared/saves/addresses.ts';
import { type Answer, call } from '../../client/call.ts';
import { dropDraft, readDraft, useKeptDraft } from '../../client/drafts.ts';
import { forgetLoaded } from '../../client/loads.ts';
import { BanNote } from '../../ui/ban-note.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Failure, Notice } from '../../ui/notice.tsx';
import { sessionEnded } from '../../ui/refusal.ts';
import { Bone, Loading } from '../../ui/skeleton.tsx';
import { TimeAgo } from '../../ui/time-ago.tsx';
import { bodyOf, forgetMySaves, learnSave } from './my-saves.ts';
import { OnlyYou } from './only-you.tsx';
import { useLookUp } from './queries.ts';
import { SaveFields, type SaveTexts, textsOf } from './save-fields.tsx';
import styles from './save-form.module.css';

type Props = { url: string; title: string; text: string; cameFromPage: boolean; onAgain: () => void };
type Texts = SaveTexts & { title: string };

/** Looks an address up, then saves it in one step. */
export function SaveAddress(props: Props) {
  const { url, title } = props;
  const { data, error, reload } = useLookUp(url, title);
  // What is typed stays, whatever is learnt of the address later.
  const [first, setFirst] = useState<Answer<'lookUpSave'>>();
  const [saved, setSaved] = useState<Answer<'saveAddress'>>();
  if (data && !first) setFirst(data);
  if (saved) return <Saved {...props} save={saved.save} />;
  if (!first && error !== undefined) return <Failure error={error} retry={reload} />;
  return (
    <>
      <p className={styles.address}>
        <a href={url} rel="nofollow noopener noreferrer">
          {url}
        </a>
      </p>
      {first ? (
        <AddressSave {...props} known={{ ...first, tags: (data ?? first).tags }} onSaved={setSaved} />
      ) : (
        <div className={styles.form}>
          <Loading what="what is known of this page" />
          <p aria-hidden="true">
            <Bone width={28} />
          </p>
          <p aria-hidden="true">
            <Bone width={40} />
          </p>
        </div>
      )}
    </>
  );
}

type FormProps = Props & { known: Answer<'lookUpSave'>; onSaved: (answer: Answer<'saveAddress'>) => void };

function AddressSave({ url, title, text, known: { item, save, tags }, onSaved }: FormProps) {
  const id = useId();
  const kind = item?.kind ?? save?.item.kind ?? addressedKind;
  const draftName = `save:${url}`;
  const [texts, setTexts] = useState<Texts>(() => ({
    title: save?.item.title ?? title,
    ...(save
      ? textsOf(save)
      : { shelf: shelvesOf[kind][0]?.key ?? null, shelves: [], note: text, privateNote: '', tags: [], private: false }),
    ...readDraft<Texts>(draftName),
  }));
  const [changed, setChanged] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  useKeptDraft(draftName, changed ? texts : undefined);
  const change = (part: Partial<Texts>) => {
    setTexts((now) => ({ ...now, ...part }));
    setChanged(true);
  };

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setFailure(undefined);
    const called = texts.title.replace(/\s+/gu, ' ').trim();
    try {
      const body = {
        ...bodyOf({ ...texts, readings: save?.readings ?? [] }),
        url,
        ...(called ? { title: called } : {}),
      };
      const answer = await call('saveAddress', { body });
      dropDraft(draftName);
      learnSave(answer.save.item.id, answer.save, Date.now());
      forgetMySaves();
      forgetLoaded(`mine:view:${answer.save.item.id}`);
      onSaved(answer);
    } catch (error) {
      setFailure(error);
      setBusy(false);
      sessionEnded(error);
    }
  };

  return (
    <form className={styles.form} onSubmit={(event) => void send(event)} aria-label="Save a page" noValidate>
      <BanNote />
      {item && (
        <p className={styles.known}>
          Here already: <Link href={`/i/${item.id}`}>{item.title}</Link>, a {kinds[item.kind].label.toLowerCase()}
        </p>
      )}
      {save && (
        <p className={styles.known} role="status">
          You saved it <TimeAgo at={save.at} />
          {save.private && (
            <>
              {' '}
              <OnlyYou />
            </>
          )}
          . What you change replaces it.
        </p>
      )}
      {!item && (
        <Field id={`${id}-title`} label="Title" hint="What the page is called.">
          {(described) => (
            <input
              {...described}
              value={texts.title}
              maxLength={300}
              autoComplete="off"
              onChange={(event) => change({ title: event.target.value })}
            />
          )}
        </Field>
      )}
      <SaveFields kind={kind} value={texts} onChange={change} suggested={tags} />
      {failure !== undefined && <Failure error={failure} />}
      <p className={styles.actions}>
        <Button type="submit" busy={busy}>
          {save ? 'Save the changes' : 'Save'}
        </Button>
      </p>
    </form>
  );
}

type SavedProps = Props & { save: Answer<'saveAddress'>['save'] };

function Saved({ url, cameFromPage, onAgain, save }: SavedProps) {
  const { item, address, by } = save;
  return (
    <Notice title="Saved">
      <p className={styles.saved} role="status">
        {address === undefined ? <Link href={`/i/${item.id}`}>{item.title}</Link> : item.title}
        {save.private && (
          <>
            {' '}
            <OnlyYou />
          </>
        )}
      </p>
      <p className={styles.actions}>
        {cameFromPage && (
          <a href={url} className={styles.back}>
            Back to the page
          </a>
        )}
        <ButtonLink look="plain" href={savesPage(by)}>
          Your saves
        </ButtonLink>
        <Button look="plain" onClick={onAgain}>
          Change it
        </Button>
      </p>
    </Notice>
  );
}
