import { useState } from 'react';
import type { Act, Judgement } from '#shared/moderation/schema.ts';
import { call } from '../../client/call.ts';
import { setLoaded } from '../../client/loads.ts';
import { useSession } from '../../client/session.ts';
import { Button } from '../../ui/button.tsx';
import { refused, signInFirst } from '../../ui/refusal.ts';
import styles from './moderation.module.css';
import { actKey, myJudgementKey, useMyJudgement } from './queries.ts';

const labels: Record<Judgement, string> = { agree: 'Agree', disagree: 'Disagree' };

/** What people think of an act: anybody’s vote, and what it takes to undo it. */
export function ActVotes({ act }: { act: Act }) {
  const session = useSession();
  const mine = useMyJudgement(act.id);
  const [busy, setBusy] = useState(false);
  const is = mine.data?.judgement ?? null;
  const press = (judgement: Judgement) => {
    if (!session.signedIn) return signInFirst('vote on this');
    setBusy(true);
    const params = { actId: act.id };
    const send =
      is === judgement ? call('withdrawJudgement', { params }) : call('judgeAct', { params, body: { judgement } });
    send
      .then(({ act: next }) => {
        setLoaded(actKey(act.id), next);
        setLoaded(myJudgementKey(act.id), { judgement: is === judgement ? null : judgement, mine: false });
      })
      .catch(refused('Your vote did not count'))
      .finally(() => setBusy(false));
  };
  return (
    <section aria-labelledby="votes-on-it">
      <h2 id="votes-on-it">What people think of it</h2>
      <p role="status">
        {act.agree} agree, {act.disagree} disagree.{' '}
        {act.undone
          ? 'It was undone.'
          : act.needs === undefined
            ? 'Votes cannot undo this; they are for everybody to see.'
            : `It is undone once ${act.needs} more disagree than agree.`}
      </p>
      {mine.data?.mine ? (
        <p className={styles.fine}>This is about something of yours, or you did it: others vote on it.</p>
      ) : (
        !act.undone && (
          <div className={styles.buttons}>
            {(['agree', 'disagree'] as const).map((one) => (
              <Button
                key={one}
                look={is === one ? 'ink' : 'plain'}
                aria-pressed={is === one}
                busy={busy}
                onClick={() => press(one)}
              >
                {labels[one]}
              </Button>
            ))}
          </div>
        )
      )}
    </section>
  );
}
