import { useId, useState } from 'react';
import { call } from '../../client/call.ts';
import { forgetSession } from '../../client/tokens.ts';
import { Field } from '../../ui/field.tsx';
import { AccountForm } from './account-form.tsx';

/** Deleting takes typing one’s own handle: it cannot be taken back. */
export function DeleteAccount({ handle, onDeleted }: { handle: string | null | undefined; onDeleted: () => void }) {
  const id = useId();
  const word = handle ?? 'delete';
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string>();
  return (
    <AccountForm
      submit="Delete my account for good"
      onSubmit={async () => {
        if (typed.trim().replace(/^@/, '') !== word) return setProblem(`Type ${word} to confirm.`);
        setProblem(undefined);
        await call('deleteAccount', {});
        await forgetSession();
        onDeleted();
      }}
    >
      <Field id={id} label={`Type ${word} to confirm`} problem={problem}>
        {(described) => (
          <input
            {...described}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
    </AccountForm>
  );
}
