import { type FormEvent, useId, useState } from 'react';
import { goalProgress } from '#shared/years/goals.ts';
import type { Goal as Target } from '#shared/years/schema.ts';
import { useNow } from '../../client/now.ts';
import { Button } from '../../ui/button.tsx';
import { exactCount } from '../../ui/numbers.ts';
import { refused } from '../../ui/refusal.ts';
import { say } from '../../ui/toasts.ts';
import styles from './goal.module.css';
import { changeGoal, type Year } from './queries.ts';
import { ShareBar } from './share-bar.tsx';

type Props = {
  year: string;
  kind: Year['kinds'][number]['kind'];
  /** What is counted: `books read`. */
  goalWords: string;
  goal: Target | null;
  finished: number;
  mine: boolean;
};

/** How far somebody is with what they meant to finish in a year; its owner sets and changes it here. */
export function Goal({ year, kind, goalWords, goal, finished, mine }: Props) {
  const [editing, setEditing] = useState(false);
  const now = useNow();
  const progress = goal && goalProgress(year, goal.target, finished, new Date(now).toISOString().slice(0, 10));
  return (
    <div className={styles.goal}>
      <p className={styles.words}>
        <b>{exactCount(finished)}</b> {goal ? `of ${exactCount(goal.target)} ${goalWords}` : goalWords}
        {goal?.private && <span className={styles.only}>only you see the goal</span>}
      </p>
      {progress && <ShareBar share={progress.share} done={progress.done} />}
      {progress && <p className={styles.stand}>{standOf(progress)}</p>}
      {mine &&
        (editing ? (
          <GoalForm year={year} kind={kind} goalWords={goalWords} goal={goal} onClose={() => setEditing(false)} />
        ) : (
          <p className={styles.change}>
            <button type="button" onClick={() => setEditing(true)}>
              {goal ? 'Change the goal' : `Set a goal for ${year}`}
            </button>
          </p>
        ))}
    </div>
  );
}

function standOf({ share, done, behind }: ReturnType<typeof goalProgress>): string {
  if (done) return 'Reached.';
  const percent = `${Math.floor(share * 100)} % of the way`;
  if (behind === undefined) return `${percent}.`;
  if (behind === 0) return `${percent}, just in time.`;
  return `${percent}, ${exactCount(Math.abs(behind))} ${behind > 0 ? 'behind' : 'ahead'}.`;
}

function GoalForm({
  year,
  kind,
  goalWords,
  goal,
  onClose,
}: Omit<Props, 'finished' | 'mine'> & { onClose: () => void }) {
  const id = useId();
  const [target, setTarget] = useState(goal ? String(goal.target) : '');
  const [isPrivate, setPrivate] = useState(goal?.private ?? false);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const write = async (next: Target | null) => {
    setBusy(true);
    try {
      await changeGoal(year, kind, next);
      say(next ? `Your goal for ${year} stands.` : `No goal for ${year} any more.`);
      onClose();
    } catch (error) {
      refused('The goal is as it was')(error);
      setBusy(false);
    }
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    const number = Number(target);
    if (!Number.isInteger(number) || number < 1 || number > 10_000) return setProblem('A number from 1 to 10,000.');
    setProblem(undefined);
    if (!busy) void write({ target: number, private: isPrivate });
  };
  return (
    <form className={styles.form} onSubmit={send} aria-label={`Goal for ${year}`} noValidate>
      <label>
        {`${goalWords.slice(0, 1).toUpperCase()}${goalWords.slice(1)} in ${year}`}
        <input
          inputMode="numeric"
          autoComplete="off"
          size={5}
          value={target}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          onChange={(event) => setTarget(event.target.value)}
        />
      </label>
      <label>
        <input type="checkbox" checked={isPrivate} onChange={(event) => setPrivate(event.target.checked)} /> only I see
        it
      </label>
      <Button type="submit" busy={busy}>
        Keep the goal
      </Button>
      {goal && (
        <Button look="plain" busy={busy} onClick={() => void write(null)}>
          No goal
        </Button>
      )}
      <Button look="plain" onClick={onClose}>
        Cancel
      </Button>
      {problem && (
        <p id={`${id}-problem`} role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </form>
  );
}
