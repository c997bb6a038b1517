import { Link } from 'wouter';
import type { Held } from '#shared/holds/schema.ts';
import { Hour } from '../../ui/hour.tsx';
import { counted } from '../../ui/numbers.ts';
import styles from './holds.module.css';
import { reasons, waysOut } from './reasons.ts';

type Sum = Held['rules'][number];
type Readings = Held['scores']['best'];

/** `3 votes (2 up, 1 down) and 1 review`. */
function whatWaits({ up, down, reviews }: Sum): string {
  const votes = up + down > 0 ? `${counted(up + down, 'vote')} (${up} up, ${down} down)` : '';
  return [votes, reviews > 0 ? counted(reviews, 'review') : ''].filter(Boolean).join(' and ');
}

/** What no hour ends does not wait: it does not count. */
function verbOf({ rule }: Sum, several: boolean): string {
  if (waysOut[rule]) return several ? 'do not count' : 'does not count';
  return several ? 'wait' : 'waits';
}

/** What waits with an item and counts nowhere yet: how much, by which rule, and how the scores would read with it. */
export function HeldNote({ held }: { held: Held }) {
  const { best, average } = held.scores;
  return (
    <aside className={styles.note} aria-label="What does not count yet">
      {held.rules.map((sum) => {
        const several = sum.up + sum.down + sum.reviews > 1;
        return (
          <p key={sum.rule}>
            {whatWaits(sum)} {verbOf(sum, several)}, because {reasons[sum.rule][several ? 'several' : 'one']}.
            {!waysOut[sum.rule] && (
              <>
                {' '}
                {several ? 'The first counts' : 'It counts'} from <Hour at={sum.next} />.
              </>
            )}
          </p>
        );
      })}
      <p>
        With {held.rules.length > 1 || isSeveral(held) ? 'them' : 'it'}, <Reading of={best} name="“Best”" digits={3} />
        {(average.with !== null || average.without !== null) && (
          <>
            , and <Reading of={average} name="the average" digits={1} />
          </>
        )}
        . <Link href="/how-ranking-works#waiting">What waits, and why</Link>
      </p>
    </aside>
  );
}

const isSeveral = ({ rules }: Held) => rules.reduce((sum, { up, down, reviews }) => sum + up + down + reviews, 0) > 1;

/** A score with what waits, and as it is now. */
function Reading({ of, name, digits }: { of: Readings; name: string; digits: number }) {
  const text = (value: number | null) => (value === null ? 'nothing' : value.toFixed(digits));
  return (
    <>
      {name} would read <b>{text(of.with)}</b> instead of <b>{text(of.without)}</b>
    </>
  );
}
