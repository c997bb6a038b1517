import { type FormEvent, useState } from 'react';
import { type Digest, type NoticeKind, noticeKinds } from '#shared/notifications/kinds.ts';
import { Button } from '../../ui/button.tsx';
import { Failure } from '../../ui/notice.tsx';
import { refused } from '../../ui/refusal.ts';
import { Loading } from '../../ui/skeleton.tsx';
import { say } from '../../ui/toasts.ts';
import styles from './notifications.module.css';
import { saveSettings, useSettings } from './queries.ts';

const labels: Record<NoticeKind, string> = {
  reply: 'Answers to what I wrote',
  mention: 'Where I am mentioned',
  comment: 'Comments on what is mine',
  proposal: 'What becomes of my proposals',
  reverted: 'When an edit of mine is taken back',
  moderation: 'Moderation of what is mine',
  owner: 'Owners’ replies to my reviews',
  review: 'New reviews of what I own',
  claim: 'What becomes of my claims',
  held: 'When a review of mine does not count',
};
const digestLabels: Record<Digest, string> = { off: 'Never', daily: 'Every day', weekly: 'Every week' };

/** What I want to be told of, here and by mail. */
export function NoticeSettingsForm() {
  const found = useSettings();
  const [busy, setBusy] = useState(false);
  if (!found.data)
    return found.error === undefined ? (
      <Loading what="your settings" />
    ) : (
      <Failure error={found.error} retry={found.reload} />
    );
  const { settings, mail } = found.data;
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const chosen = new FormData(event.currentTarget);
    const told = chosen.getAll('told');
    setBusy(true);
    saveSettings({
      off: noticeKinds.filter((kind) => !told.includes(kind)),
      digest: (chosen.get('digest') as Digest | null) ?? 'off',
      watchWritten: chosen.get('watchWritten') === 'yes',
    })
      .then(() => say('Your settings are saved.'))
      .catch(refused('Your settings are not saved'))
      .finally(() => setBusy(false));
  };
  return (
    <form onSubmit={save} key={JSON.stringify(settings)}>
      <fieldset className={styles.settings}>
        <legend>Tell me of</legend>
        {noticeKinds.map((kind) => (
          <label key={kind}>
            <input type="checkbox" name="told" value={kind} defaultChecked={!settings.off.includes(kind)} />{' '}
            {labels[kind]}
          </label>
        ))}
      </fieldset>
      <fieldset className={styles.settings}>
        <legend>Watch</legend>
        <label>
          <input type="checkbox" name="watchWritten" value="yes" defaultChecked={settings.watchWritten} /> What I edit
          and comment on
        </label>
      </fieldset>
      <fieldset className={styles.settings} disabled={!mail}>
        <legend>By mail, what I have not read here</legend>
        {(Object.keys(digestLabels) as Digest[]).map((often) => (
          <label key={often}>
            <input type="radio" name="digest" value={often} defaultChecked={settings.digest === often} />{' '}
            {digestLabels[often]}
          </label>
        ))}
      </fieldset>
      <p className={styles.fine}>
        {mail
          ? 'It goes to the address that you sign in with. Every mail has a link that ends it.'
          : 'Mail is not set up on this site.'}
      </p>
      <p>
        <Button type="submit" busy={busy}>
          Save
        </Button>
      </p>
    </form>
  );
}
