import { useState } from 'react';
import { Link } from 'wouter';
import { call } from '../client/call.ts';
import { useLoad } from '../client/loads.ts';
import { ProblemError } from '../client/problem.ts';
import { Button } from '../ui/button.tsx';
import { Heading } from '../ui/heading.tsx';
import { Failure, Notice } from '../ui/notice.tsx';
import { refused } from '../ui/refusal.ts';
import { Loading } from '../ui/skeleton.tsx';

const often = { daily: 'every day', weekly: 'every week', off: 'never' };

/** Where the link in a digest leads: it ends the digest without signing in. */
export default function UnsubscribeRoute({ token }: { token: string }) {
  const found = useLoad(`digest:${token}`, () => call('getDigest', { params: { token } }));
  const [ended, setEnded] = useState(false);
  const [busy, setBusy] = useState(false);
  const end = () => {
    setBusy(true);
    call('unsubscribe', { params: { token } })
      .then(() => setEnded(true))
      .catch(refused('The digest goes on'))
      .finally(() => setBusy(false));
  };
  const isUnknown = found.error instanceof ProblemError && found.error.status < 500;
  return (
    <>
      <Heading title="Digest by mail" />
      {!found.data && found.error === undefined && <Loading what="your digest" />}
      {isUnknown && (
        <Notice title="This link ends no digest">
          <p>It did so before, or it is not whole.</p>
        </Notice>
      )}
      {found.error !== undefined && !isUnknown && <Failure error={found.error} retry={found.reload} />}
      {ended && (
        <Notice title="You get no more digests">
          <p>
            To get them again, <Link href="/notifications#settings">say so among your settings</Link>.
          </p>
        </Notice>
      )}
      {found.data && !ended && (
        <>
          <p>You get a mail {often[found.data.digest]} with what you have not read here.</p>
          <p>
            <Button busy={busy} onClick={end}>
              End it
            </Button>
          </p>
        </>
      )}
    </>
  );
}
