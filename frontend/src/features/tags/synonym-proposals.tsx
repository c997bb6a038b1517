import { type FormEvent, useId, useState } from 'react';
import { Link } from 'wouter';
import { isTag, normaliseTag } from '#shared/tags/rules.ts';
import { messageOf } from '../../client/problem.ts';
import { useSession } from '../../client/session.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { exactCount } from '../../ui/numbers.ts';
import { say as tell } from '../../ui/toasts.tsx';
import { type Synonyms, say, useMySynonyms } from './synonyms.ts';
import styles from './tag-notes.module.css';

/** What people say means the same as a tag; whoever is signed in says so too, or says something new. */
export function SynonymProposals({ tag, synonyms }: { tag: string; synonyms: Synonyms }) {
  const id = useId();
  const session = useSession();
  const mine = useMySynonyms(session.signedIn).data ?? [];
  const [other, setOther] = useState('');
  const [problem, setProblem] = useState<string>();
  const signedIn = session.signedIn && session.handle !== null;

  const change = async (better: string, worse: string, isSaid: boolean) => {
    try {
      await say(better, worse, isSaid);
      tell(isSaid ? `You say that “${better}” is the better name of “${worse}”.` : 'You say so no longer.');
    } catch (error) {
      tell(messageOf(error), { tone: 'refused' });
    }
  };
  const propose = (event: FormEvent) => {
    event.preventDefault();
    const worse = normaliseTag(other);
    const wrong = worse === tag ? 'That is this tag itself.' : isTag(worse) ? undefined : 'That is no tag.';
    setProblem(wrong);
    if (wrong === undefined) void change(tag, worse, true).then(() => setOther(''));
  };

  return (
    <details>
      <summary>Synonyms</summary>
      {synonyms.proposals.length > 0 && (
        <ul className={styles.proposals}>
          {synonyms.proposals.map((pair) => {
            const said = mine.some((one) => one.tag === pair.tag && one.other === pair.other);
            return (
              <li key={`${pair.tag} ${pair.other}`}>
                <span>
                  <strong>{pair.tag}</strong> for {pair.other}: {exactCount(pair.support)} say so
                  {pair.against > 0 && `, ${exactCount(pair.against)} the contrary`}
                  {pair.inForce ? '' : ' (not in force)'}
                </span>
                {signedIn && (
                  <Button look="plain" aria-pressed={said} onClick={() => void change(pair.tag, pair.other, !said)}>
                    {said ? 'You say so' : 'Say so too'}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      <p>
        In force from {synonyms.quorum === 1 ? 'one voice' : `${synonyms.quorum} voices`} on, where more say so than the
        contrary. Suggestions then offer the better name; tags that are on things stay as they are.
      </p>
      {signedIn ? (
        <form className={styles.form} noValidate onSubmit={propose}>
          <Field id={id} label={`Means the same as ${tag}, which is the better name`} problem={problem}>
            {(described) => (
              <input
                {...described}
                value={other}
                maxLength={200}
                autoCapitalize="none"
                autoComplete="off"
                spellCheck={false}
                onChange={({ target }) => setOther(target.value)}
              />
            )}
          </Field>
          <Button type="submit" look="plain">
            Propose
          </Button>
        </form>
      ) : (
        <p>
          <Link href="/sign-in">Sign in</Link> to propose one.
        </p>
      )}
    </details>
  );
}
