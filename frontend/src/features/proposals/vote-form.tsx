import { type FormEvent, useId, useState } from 'react';
import type { Proposal, ProposalVote, ProposalVoteValue } from '#shared/proposals/schema.ts';
import { call } from '../../client/call.ts';
import { useSession } from '../../client/session.ts';
import { BanNote } from '../../ui/ban-note.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import form from '../../ui/form.module.css';
import { Failure } from '../../ui/notice.tsx';
import { refused, sessionEnded, signInFirst } from '../../ui/refusal.ts';
import { say } from '../../ui/toasts.ts';
import styles from './proposals.module.css';
import { refreshProposal } from './queries.ts';

const choices: { vote: ProposalVoteValue; label: string; hint: string }[] = [
  { vote: 'for', label: 'For', hint: 'let it happen' },
  { vote: 'against', label: 'Against', hint: 'better not; it is counted against those for it' },
  { vote: 'block', label: 'Block', hint: 'it must not happen like this; needs a reason, and others can overrule it' },
];

/** Takes a stand on an open proposal, or changes it. */
export function VoteForm({ proposal, mine }: { proposal: Proposal; mine: ProposalVote | undefined }) {
  const id = useId();
  const session = useSession();
  const [vote, setVote] = useState<ProposalVoteValue>(mine?.vote ?? 'for');
  const [reason, setReason] = useState(mine?.reason ?? '');
  const [problem, setProblem] = useState<string>();
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const params = { proposalId: proposal.id };

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (!session.signedIn) return signInFirst('vote on this');
    if (vote === 'block' && reason.trim() === '') return setProblem('Say why it must not happen.');
    setProblem(undefined);
    setFailure(undefined);
    setBusy(true);
    try {
      await call('castProposalVote', { params, body: { vote, version: proposal.version, reason: reason.trim() } });
      say(vote === 'block' ? 'Your block stands.' : 'Your vote is counted.');
      await refreshProposal(proposal.id);
    } catch (error) {
      setFailure(error);
      sessionEnded(error);
    } finally {
      setBusy(false);
    }
  };
  const withdraw = () => {
    call('withdrawProposalVote', { params })
      .then(() => refreshProposal(proposal.id))
      .then(() => say('Your vote is withdrawn.'))
      .catch(refused('It was not withdrawn'));
  };
  return (
    <form
      className={`${form.panel} ${styles.vote}`}
      onSubmit={(event) => void send(event)}
      noValidate
      aria-labelledby={`${id}-vote`}
    >
      <h2 id={`${id}-vote`}>{mine ? 'Your vote' : 'Your say'}</h2>
      <BanNote />
      {mine && !mine.counts && (
        <p className={form.hint}>You voted on version {mine.version}. It does not count for this version: vote anew.</p>
      )}
      <fieldset className={styles.choices}>
        <legend className="visually-hidden">Your vote</legend>
        {choices.map(({ vote: value, label, hint }) => (
          <label key={value}>
            <input type="radio" name={`${id}-choice`} checked={vote === value} onChange={() => setVote(value)} />
            <span>
              <b>{label}</b>: {hint}
            </span>
          </label>
        ))}
      </fieldset>
      <Field id={`${id}-reason`} label="Why" optional={vote !== 'block'} problem={problem}>
        {(described) => (
          <textarea
            {...described}
            rows={2}
            value={reason}
            maxLength={1000}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {failure !== undefined && <Failure error={failure} />}
      <p className={form.actions}>
        <Button type="submit" busy={busy}>
          {mine ? 'Change my vote' : 'Vote'}
        </Button>
        {mine && (
          <Button look="plain" onClick={withdraw}>
            Withdraw it
          </Button>
        )}
      </p>
    </form>
  );
}
