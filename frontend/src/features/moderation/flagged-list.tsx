import { useState } from 'react';
import { Link } from 'wouter';
import type { FlaggedThing } from '#shared/moderation/schema.ts';
import { Button } from '../../ui/button.tsx';
import { inPlace } from '../../ui/in-place.tsx';
import { Failure } from '../../ui/notice.tsx';
import { counted } from '../../ui/numbers.ts';
import { Loading } from '../../ui/skeleton.tsx';
import { TimeAgo } from '../../ui/time-ago.tsx';
import styles from './moderation.module.css';
import { useFlagged, useFlagWords } from './queries.ts';
import { reasonLabels, reasonsSaid } from './words.ts';

/** What was flagged and is not folded: for the steward. */
export default function FlaggedList() {
  const found = useFlagged();
  const things = (found.data?.pages ?? []).flat();
  return (
    <section aria-labelledby="flagged">
      <h2 id="flagged">Flagged, not folded</h2>
      <p className={styles.fine}>Only you see this, as the steward.</p>
      {!found.data && found.error === undefined && <Loading what="what was flagged" />}
      {found.data && things.length === 0 && <p>Nothing at present.</p>}
      {things.length > 0 && (
        <ol className={styles.acts}>
          {things.map((thing) => (
            <Thing key={`${thing.what}:${thing.target}`} thing={thing} />
          ))}
        </ol>
      )}
      {found.error !== undefined && <Failure error={found.error} retry={found.data ? found.more : found.reload} />}
      {found.data?.next && (
        <p>
          <Button look="plain" busy={found.loading} onClick={found.more}>
            Earlier
          </Button>
        </p>
      )}
    </section>
  );
}

function Thing({ thing }: { thing: FlaggedThing }) {
  const { about, at, flags, weight, needs, reasons } = thing;
  const [open, setOpen] = useState(false);
  const said = useFlagWords(thing, open);
  return (
    <li className={styles.act}>
      <p className={styles.deed}>
        <Link href={about.href}>{about.title}</Link>
      </p>
      <p className={styles.fine}>
        {counted(flags, 'flag')} that {flags === 1 ? 'weighs' : 'weigh'} {weight} of the {needs} it takes:{' '}
        {reasonsSaid(reasons)}, since <TimeAgo at={at} />
      </p>
      <details className={styles.fine} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>What they said</summary>
        {open && !said.data && said.error === undefined && <Loading what="what they said" />}
        {said.error !== undefined && <Failure error={said.error} retry={said.reload} />}
        <ul>
          {inPlace(said.data?.flags ?? [], ({ reason, words, at: time }) => (
            <li>
              {reasonLabels[reason]}
              {words && `: “${words}”`}, <TimeAgo at={time} />
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
