import { useState } from 'react';
import { Link } from 'wouter';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Failure } from '../../ui/notice.tsx';
import { sessionEnded } from '../../ui/refusal.ts';
import { Loading } from '../../ui/skeleton.tsx';
import { say } from '../../ui/toasts.ts';
import styles from './claims.module.css';
import { type MyClaim as Claim, endClaim, proveClaim, startClaim, useMyClaim } from './queries.ts';

/** Where I say that an item is mine, show it, and take that back. */
export function MyClaim({ itemId }: { itemId: string }) {
  const mine = useMyClaim(itemId);
  if (!mine.data)
    return mine.error === undefined ? (
      <Loading what="your claim" />
    ) : (
      <Failure error={mine.error} retry={mine.reload} />
    );
  const { claim } = mine.data;
  if (claim === null) return <Begin itemId={itemId} />;
  return claim.state === 'proven' ? <Proven itemId={itemId} /> : <Prove itemId={itemId} claim={claim} />;
}

/** One press that may be refused: says so below itself. */
function useDoing() {
  const [busy, setBusy] = useState<string>();
  const [failure, setFailure] = useState<unknown>();
  const run = (name: string, task: () => Promise<void>, done?: string) => {
    setBusy(name);
    setFailure(undefined);
    task()
      .then(() => done && say(done))
      .catch((error: unknown) => {
        setFailure(error);
        sessionEnded(error);
      })
      .finally(() => setBusy(undefined));
  };
  return { busy, failure, run };
}

function Begin({ itemId }: { itemId: string }) {
  const { busy, failure, run } = useDoing();
  return (
    <>
      <p>Nobody sees that you begin: it is public once it is shown.</p>
      {failure !== undefined && <Failure error={failure} />}
      <p>
        <Button busy={busy !== undefined} onClick={() => run('start', () => startClaim(itemId))}>
          It is mine
        </Button>
      </p>
    </>
  );
}

function Prove({ itemId, claim }: { itemId: string; claim: Claim }) {
  const { busy, failure, run } = useDoing();
  const [looked, setLooked] = useState<'dns' | 'file'>();
  const look = (way: 'dns' | 'file') => {
    setLooked(way);
    run(way, () => proveClaim(itemId, way), 'It is shown: you own it here.');
  };
  const refused = (way?: 'dns' | 'file') => failure !== undefined && looked === way && <Failure error={failure} />;
  const consent = `/proposals/new?what=claim&item=${itemId}&claim=${claim.id}`;
  return (
    <>
      {claim.record && claim.file ? (
        <>
          <p>Put one of these where only the owner of its website can, then have it looked for.</p>
          <div className={styles.ways}>
            <section className={styles.way} aria-labelledby="by-record">
              <h3 id="by-record">A DNS record</h3>
              <dl>
                <dt>Name, of the type TXT</dt>
                <dd>
                  <code>{claim.record}</code>
                </dd>
                <dt>Value</dt>
                <dd>
                  <code>{claim.text}</code>
                </dd>
              </dl>
              <Button look="plain" busy={busy === 'dns'} onClick={() => look('dns')}>
                Look for the record
              </Button>
              {refused('dns')}
            </section>
            <section className={styles.way} aria-labelledby="by-file">
              <h3 id="by-file">Or a file</h3>
              <dl>
                <dt>Address</dt>
                <dd>
                  <code>{claim.file}</code>
                </dd>
                <dt>A line in it</dt>
                <dd>
                  <code>{claim.text}</code>
                </dd>
              </dl>
              <Button look="plain" busy={busy === 'file'} onClick={() => look('file')}>
                Look for the file
              </Button>
              {refused('file')}
            </section>
          </div>
          <p className={styles.fine}>
            It is looked at every day and has to stay. You cannot do either? <Link href={consent}>Propose it</Link>:
            where nobody objects, you are the owner.
          </p>
        </>
      ) : (
        <>
          <p>
            It has no website where you could show it. Propose it, and say how others can tell: where nobody objects,
            you are the owner.
          </p>
          <p>
            <ButtonLink href={consent}>Propose it</ButtonLink>
          </p>
        </>
      )}
      <p>
        <Button
          look="plain"
          busy={busy === 'end'}
          onClick={() => {
            setLooked(undefined);
            run('end', () => endClaim(itemId), 'It is as if you never began.');
          }}
        >
          It is not mine
        </Button>
      </p>
      {refused()}
    </>
  );
}

function Proven({ itemId }: { itemId: string }) {
  const { busy, failure, run } = useDoing();
  const [sure, setSure] = useState(false);
  return (
    <>
      <p>
        You own it here. Below each review you find “Reply as the owner”, and you are told of new reviews (
        <Link href="/notifications">or not, as you choose</Link>).{' '}
        <Link href="/owned">Everything that you own here</Link>.
      </p>
      {failure !== undefined && <Failure error={failure} />}
      {sure ? (
        <p>
          <Button
            look="danger"
            busy={busy !== undefined}
            onClick={() => run('end', () => endClaim(itemId), 'You are its owner no more.')}
          >
            End it; what I replied stays
          </Button>{' '}
          <Button look="plain" onClick={() => setSure(false)}>
            Keep it
          </Button>
        </p>
      ) : (
        <p>
          <Button look="plain" onClick={() => setSure(true)}>
            End my claim…
          </Button>
        </p>
      )}
    </>
  );
}
