import { consentTerms, waitingDays } from '#shared/proposals/rules.ts';
import { useConsentTerms } from './queries.ts';
import { hoursSaid } from './words.ts';

/** How proposals are decided here, by the rule in force. */
export function Rule() {
  const found = useConsentTerms().data;
  const edit = found?.needs.find(({ what }) => what === 'edit');
  const merge = found?.needs.find(({ what }) => what === 'merge');
  return (
    <section id="rule" aria-labelledby="rule-title">
      <h2 id="rule-title">How it is decided</h2>
      <p>
        By lazy consensus: who says nothing consents. A proposal applies by itself when its time is over, enough people
        are for it (who proposed it counts), more than are against it, and no block stands.
      </p>
      {edit && merge && found && (
        <p>
          Here and now that is {hoursSaid(edit.hours)} and {edit.quorum === 1 ? 'one person' : `${edit.quorum} people`}.
          For merges, removals and changes of the site itself {hoursSaid(merge.hours)} and{' '}
          {merge.quorum === 1 ? 'one person' : `${merge.quorum} people`}. An appeal takes two people at least. It grows
          with the site: {found.people} {found.people === 1 ? 'person has' : 'people have'} a name here, {found.active}{' '}
          contributed this month or the last.
        </p>
      )}
      <ul>
        <li>
          Time:{' '}
          {consentTerms
            .map(({ from, hours }) => `${hoursSaid(hours)}${from > 0 ? ` from ${from} people on` : ''}`)
            .join(', ')}
          .
        </li>
        <li>People: one up to nine active ones, two from 10, three from 40, four from 160, and so on by four.</li>
        <li>
          A block needs a reason, and holds until it is withdrawn, also for new versions. From a block on there is the
          full time again, to talk it over. It is overruled by as many people as the change takes, and by twice as many
          as uphold it.
        </li>
        <li>A new version begins anew: votes on the one before are shown, and do not count.</li>
        <li>Where people are missing it waits for them, {waitingDays} days at most.</li>
      </ul>
    </section>
  );
}
