import { type OddsModel, useOdds } from '../features/odds/queries.ts';
import { Reliability } from '../features/odds/reliability.tsx';
import { Heading } from '../ui/heading.tsx';
import { Failure, Notice } from '../ui/notice.tsx';
import { counted, exactCount } from '../ui/numbers.ts';
import { Loading } from '../ui/skeleton.tsx';
import { Day } from '../ui/time-ago.tsx';
import styles from './odds.module.css';

/** How the odds of edits work, what was learned last, and how it came true. */
export default function OddsRoute() {
  const { data, error, reload } = useOdds();
  return (
    <div className={styles.page}>
      <Heading title="Which edits stay" />
      <p className={styles.lead}>
        Before and after you edit, this site can tell you how likely your edit is to stay. It is said to you alone, with
        its reasons. <strong>It is never used to refuse anything</strong>, to hide anything or to rank anybody.
      </p>
      {error !== undefined && <Failure error={error} retry={reload} />}
      {data ? <Learned model={data.model} /> : error === undefined && <Loading what="what was learned" />}
      <h2>How it works</h2>
      <p>
        Every person has one number, their skill; every page has one, how hard it is to change; and there is one for all
        edits on the whole. Your edit k stands against competing edits and against the page as it is:
      </p>
      <p className={styles.formula}>
        P(k) = e<sup>s(k)</sup> / (Σ e<sup>s(j)</sup> + e<sup>q</sup>), q = page + all
      </p>
      <p>
        where s(k) is the skill of who made it, and some more where they added the page themselves. With skills of 1 and
        0 against q = 0.5 the first has odds of 50.6 %. This is the model of “War of Words” (Kristof, Grossglauser and
        Thiran, 2020).
      </p>
      <h2>What it is learned from</h2>
      <p>
        Once a week, from all edits and proposals that are settled. An edit <em>stayed</em> if nobody else took it back
        within thirty days, not counting reverts that were taken back themselves. A proposal stayed if it was accepted
        and stands. Edits of different people within one hour, or proposals open at the same time, stand against each
        other if one of them stayed, or none. Edits taken back by who made them, and withdrawn proposals, say nothing.
        People and pages with fewer than ten settled edits are left out: for them there is not enough history. Whoever
        deletes their account is forgotten with the next learning.
      </p>
    </div>
  );
}

const number = (value: number, digits: number) => value.toFixed(digits).replace('-', '−');

function Learned({ model }: { model: OddsModel | null }) {
  if (!model) return <Notice title="Nothing was learned yet">It is tried once a week.</Notice>;
  const { at, settled, contests, people, items, stayed, learned, calibration } = model;
  if (!learned) {
    return (
      <Notice title="Not enough history yet">
        <p>
          Looked at on <Day day={at.slice(0, 10)} />: {counted(settled, 'settled edit')}. It takes people and pages with
          ten each, and some that were taken back.
        </p>
      </Notice>
    );
  }
  const skill = calibration ? calibration.baseline - calibration.logLoss : 0;
  return (
    <>
      <h2>What was learned last</h2>
      <dl className={styles.facts}>
        <Fact name="Learned on">
          <Day day={at.slice(0, 10)} />
        </Fact>
        <Fact name="From">
          {counted(contests, 'contest')} between {counted(people, 'skill')} and {counted(items, 'page')} (
          {exactCount(settled)} settled edits in all)
        </Fact>
        <Fact name="Edits that stayed">{Math.round(stayed * 100)} %</Fact>
        <Fact name="All edits on the whole">{number(learned.bias, 2)}</Fact>
        <Fact name="For who added the page">{number(learned.owner, 2)}</Fact>
        <Fact name="Log-likelihood a contest">{number(learned.logLikelihood / contests, 3)}</Fact>
      </dl>
      <h2>How it came true</h2>
      {calibration ? (
        <>
          <p>
            Learned from the earlier four fifths alone and tried on the {exactCount(calibration.contests)} contests
            since <Day day={calibration.since.slice(0, 10)} />: a loss of {calibration.logLoss.toFixed(3)} a contest,
            where saying the same of everybody has {calibration.baseline.toFixed(3)}.{' '}
            {skill > 0 ? 'Knowing people and pages helps.' : 'Knowing people and pages does not help yet.'}
          </p>
          <Reliability bins={calibration.bins} />
        </>
      ) : (
        <p>There is too little to try it on: it takes twenty contests later than those it was learned from.</p>
      )}
    </>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
