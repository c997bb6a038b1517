import { Link } from 'wouter';
import { changeLabels } from '#shared/proposals/labels.ts';
import type { ProposalCard, ProposalState } from '#shared/proposals/schema.ts';
import cards from '../../ui/cards.module.css';
import { TimeAgo } from '../../ui/time-ago.tsx';
import styles from './proposals.module.css';
import { momentSaid, stateLabels, tallySaid } from './words.ts';

export function StateMark({ state }: { state: ProposalState }) {
  return (
    <span className={styles.state} data-state={state}>
      {stateLabels[state]}
    </span>
  );
}

/** Proposals one under the other: what each would change, how it stands, and until when. */
export function ProposalCards({ proposals, level = 2 }: { proposals: readonly ProposalCard[]; level?: 2 | 3 }) {
  const Title = level === 2 ? 'h2' : 'h3';
  return (
    <ol className={cards.cards}>
      {proposals.map(({ id, what, title, reason, at, by, state, due, decidedAt, version, counts, folded }) => (
        <li key={id}>
          <Title>
            <Link href={`/proposals/${id}`} className={cards.name}>
              {title}
            </Link>
          </Title>
          {reason && !folded && <p className={cards.about}>{reason}</p>}
          <p className={cards.facts}>
            <StateMark state={state} /> {folded && 'folded by flags · '}
            {changeLabels[what].one} · {tallySaid(counts)}
            {version > 1 && ` · version ${version}`} ·{' '}
            {state === 'open' ? (
              `decided on ${momentSaid(due)}`
            ) : (
              <>
                since <TimeAgo at={decidedAt ?? at} />
              </>
            )}{' '}
            · proposed <TimeAgo at={at} />
            {by && (
              <>
                {' '}
                by <Link href={`/@${by}`}>@{by}</Link>
              </>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}
