import { Link } from 'wouter';
import { Button } from '../../ui/button.tsx';
import { Failure } from '../../ui/notice.tsx';
import { counted, exactCount } from '../../ui/numbers.ts';
import styles from './my-tags.module.css';
import type { Retag } from './use-retag.ts';

const quoted = (tags: readonly string[]) => tags.map((tag) => `“${tag}”`).join(', ');

/** How a renaming, a merging or a deletion of tags goes, and what could not be. */
export function RetagProgress({ retag, goOn, dismiss }: { retag: Retag; goOn: () => void; dismiss: () => void }) {
  const { from, to, phase, scanned, changed, refused, total = 0, failure } = retag;
  const doing = to === undefined ? `Deleting ${quoted(from)}` : `${quoted(from)} becomes “${to}”`;
  return (
    <section className={styles.progress} aria-label="What becomes of your tags">
      <p role="status">
        {phase === 'done'
          ? `Done: ${doing.charAt(0).toLowerCase() === 'd' ? 'deleted' : 'changed'} on ${counted(changed, 'thing')} you keep.`
          : `${doing}: ${exactCount(scanned)} looked through, ${exactCount(changed)} changed.`}
      </p>
      {phase !== 'done' && <progress max={Math.max(total, scanned, 1)} value={scanned} aria-label="Looked through" />}
      {phase === 'running' && <p>Keep this page open. If you leave it, do the same again: it goes on with the rest.</p>}
      {refused.length > 0 && (
        <>
          <p>Left as they were, since so many different tags are on them already:</p>
          <ul>
            {refused.map(({ itemId, title }) => (
              <li key={itemId}>
                <Link href={`/i/${itemId}`}>{title || itemId}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {failure !== undefined && <Failure error={failure} />}
      <p className={styles.actions}>
        {phase === 'stopped' && <Button onClick={goOn}>Go on</Button>}
        {phase !== 'running' && (
          <Button look="plain" onClick={dismiss}>
            Close
          </Button>
        )}
      </p>
    </section>
  );
}
