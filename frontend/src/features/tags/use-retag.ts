import { useCallback, useEffect, useRef, useState } from 'react';
import { type Answer, call } from '../../client/call.ts';
import { NetworkError, ProblemError } from '../../client/problem.ts';
import { showRetagged } from './my-tags.ts';

export type Retag = {
  from: string[];
  to: string | undefined;
  phase: 'running' | 'stopped' | 'done';
  scanned: number;
  changed: number;
  refused: Answer<'retag'>['refused'];
  /** How many saves there are to look through, where that is known. */
  total?: number;
  failure?: unknown;
};
type Work = Omit<Retag, 'phase' | 'failure'> & { cursor: string | undefined };

/** Renames, merges or deletes tags of mine step by step while its page is open; a step taken twice changes nothing. */
export function useRetag() {
  const [retag, setRetag] = useState<Retag>();
  const work = useRef<Work>(undefined);
  const run = useRef(0);
  useEffect(
    () => () => {
      run.current++;
    },
    [],
  );

  const goOn = useCallback(async () => {
    const mine = ++run.current;
    const current = work.current;
    if (!current) return;
    const show = (phase: Retag['phase'], failure?: unknown) => {
      const { cursor: _, ...told } = current;
      if (run.current === mine) setRetag({ ...told, phase, failure });
    };
    show('running');
    try {
      current.total ??= (await call('getMyShelves', {})).all;
      for (let isLast = false; !isLast; ) {
        const step = await stepOf(current);
        if (run.current !== mine) return;
        current.scanned += step.scanned;
        current.changed += step.changed;
        current.refused = [...current.refused, ...step.refused];
        current.cursor = step.next ?? undefined;
        isLast = step.next === null;
        show('running');
      }
      showRetagged(current.refused.length > 0 ? [] : current.from, current.to, current.changed);
      work.current = undefined;
      show('done');
    } catch (failure) {
      show('stopped', failure);
    }
  }, []);

  const start = useCallback(
    (from: string[], to: string | undefined) => {
      work.current = { from, to, scanned: 0, changed: 0, refused: [], cursor: undefined };
      void goOn();
    },
    [goOn],
  );
  return { retag, start, goOn: () => void goOn(), dismiss: () => setRetag(undefined) };
}

/** One step, tried again a few times where that may help. */
async function stepOf({ from, to, cursor }: Work, tries = 4): Promise<Answer<'retag'>> {
  try {
    return await call('retag', { query: { cursor }, body: { from, to } });
  } catch (error) {
    const mayHelp = error instanceof NetworkError || (error instanceof ProblemError && error.status >= 500);
    if (tries <= 1 || !mayHelp) throw error;
    await new Promise((resolve) => setTimeout(resolve, 4000 / tries));
    return stepOf({ from, to, cursor } as Work, tries - 1);
  }
}
