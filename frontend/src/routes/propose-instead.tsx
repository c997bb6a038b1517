import { ProblemError } from '../client/problem.ts';
import { ButtonLink } from '../ui/button.tsx';

/** Who may not change an item may propose it; what was written waits for them there. */
export function ProposeInstead({ error, itemId }: { error: unknown; itemId: string }) {
  if (!(error instanceof ProblemError) || error.code !== 'trust_too_low') return null;
  return (
    <p>
      <ButtonLink href={`/proposals/new?what=edit&item=${itemId}`}>Propose the change instead</ButtonLink>
    </p>
  );
}
