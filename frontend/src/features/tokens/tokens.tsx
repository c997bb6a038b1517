import { useState } from 'react';
import { Failure } from '../../ui/notice.tsx';
import { Bone, Loading, standIns } from '../../ui/skeleton.tsx';
import { NewToken } from './new-token.tsx';
import { useTokens } from './queries.ts';
import { Secret } from './secret.tsx';
import { TokenEntry } from './token-entry.tsx';
import styles from './tokens.module.css';

/** My API tokens: those there are, and a new one, whose secret is shown until it is put away. */
export function Tokens() {
  const { data: tokens, error, reload } = useTokens();
  const [made, setMade] = useState<{ name: string; secret: string | null }>();
  return (
    <>
      {made && <Secret name={made.name} secret={made.secret} onDone={() => setMade(undefined)} />}
      {error !== undefined && <Failure error={error} retry={reload} />}
      {tokens === undefined && error === undefined && (
        <>
          <Loading what="your tokens" />
          <ul className={styles.list} aria-hidden="true">
            {standIns(1).map((index) => (
              <li key={index} className={styles.entry}>
                <Bone width={28} />
              </li>
            ))}
          </ul>
        </>
      )}
      {tokens?.length === 0 && <p className={styles.none}>You have none.</p>}
      {tokens && tokens.length > 0 && (
        <ul className={styles.list}>
          {tokens.map((token) => (
            <TokenEntry key={token.id} token={token} />
          ))}
        </ul>
      )}
      {/* Where the list did not come, a new one may be made all the same. */}
      {(tokens !== undefined || error !== undefined) && (
        <NewToken onMade={({ token, secret }) => setMade({ name: token.name, secret })} />
      )}
    </>
  );
}
