import { useId, useState } from 'react';
import { handleProblem, isReservedHandle } from '#shared/people/rules.ts';
import { call } from '../../client/call.ts';
import { ProblemError } from '../../client/problem.ts';
import { rememberHandle } from '../../client/session.ts';
import { Field } from '../../ui/field.tsx';
import { AccountForm } from './account-form.tsx';
import { learnHandle } from './me.ts';

export function HandleForm({ onChosen }: { onChosen: (handle: string) => void }) {
  const id = useId();
  const [handle, setHandle] = useState('');
  const [problem, setProblem] = useState<string>();
  return (
    <AccountForm
      submit="Take this handle"
      onSubmit={async () => {
        const wanted = handle.trim();
        if (handleProblem(wanted))
          return setProblem(
            '3 to 20 letters a to z, digits, or single - and _ between them, with at least one letter.',
          );
        if (isReservedHandle(wanted)) return setProblem('This one is reserved, or reads like one that is.');
        setProblem(undefined);
        try {
          const chosen = await call('chooseHandle', { body: { handle: wanted } });
          rememberHandle(chosen.handle);
          onChosen(chosen.handle);
        } catch (error) {
          if (!(error instanceof ProblemError)) throw error;
          if (error.code === 'handle_taken' || error.code === 'handle_reserved') return setProblem(`${error.title}.`);
          // Chosen in another tab meanwhile, or by a request whose answer was lost.
          const kept = error.code === 'handle_chosen' ? await learnHandle() : null;
          if (kept === null) throw error;
          onChosen(kept);
        }
      }}
    >
      <Field
        id={id}
        label="Handle"
        hint="3 to 20 letters a to z, digits, - and _. It cannot be changed later."
        problem={problem}
      >
        {(described) => (
          <input
            {...described}
            name="handle"
            required
            maxLength={20}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={handle}
            onChange={(event) => setHandle(event.target.value)}
          />
        )}
      </Field>
    </AccountForm>
  );
}
