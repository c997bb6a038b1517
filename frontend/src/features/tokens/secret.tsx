import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import styles from './tokens.module.css';

/** The whole token, this once. Where its answer was lost it is told nowhere: then it is of no use. */
export function Secret({ name, secret, onDone }: { name: string; secret: string | null; onDone: () => void }) {
  const id = useId();
  const box = useRef<HTMLElement>(null);
  const [copied, setCopied] = useState<boolean>();
  useEffect(() => box.current?.focus(), []);
  const copy = async (text: string) => {
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    setCopied(done);
  };
  return (
    <section ref={box} className={styles.secret} tabIndex={-1} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>“{name}” is made</h3>
      {secret === null ? (
        <p>The answer that told it was lost on the way. Revoke this token, and make another.</p>
      ) : (
        <>
          <p>
            Copy it now: it is shown this once. Whoever has it can do in your name what it is for, so keep it as you
            keep a password.
          </p>
          <input
            id={id}
            aria-label="The token"
            readOnly
            spellCheck={false}
            value={secret}
            onFocus={(event) => event.target.select()}
          />
          <p role="status">
            {copied && 'Copied.'}
            {copied === false && 'The browser does not let this page copy: select the token and copy it yourself.'}
          </p>
        </>
      )}
      <div className={styles.asking}>
        {secret !== null && <Button onClick={() => void copy(secret)}>Copy the token</Button>}
        <Button look="plain" onClick={onDone}>
          {secret === null ? 'Close' : 'I have it'}
        </Button>
      </div>
    </section>
  );
}
