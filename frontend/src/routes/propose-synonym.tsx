import { useState } from 'react';
import { ReasonForm } from '../features/proposals/reason-form.tsx';
import { Field } from '../ui/field.tsx';
import { Heading } from '../ui/heading.tsx';
import { usePropose } from './use-propose.ts';

/** Proposes that two tags mean the same, or that they do not any more. */
export function ProposeSynonym({ tag: first, other: second, end }: { tag: string; other: string; end: boolean }) {
  const propose = usePropose();
  const [tag, setTag] = useState(first);
  const [other, setOther] = useState(second);
  const field = (id: string, label: string, value: string, set: (value: string) => void) => (
    <Field id={id} label={label}>
      {(described) => (
        <input
          {...described}
          value={value}
          maxLength={100}
          autoCapitalize="none"
          onChange={(event) => set(event.target.value)}
        />
      )}
    </Field>
  );
  return (
    <>
      <Heading title={end ? 'Two tags are different things' : 'Two tags are the same'} />
      <p>
        {end
          ? 'Each leads to its own page again.'
          : 'The other one leads to the better one from then on, wherever it is used.'}
      </p>
      <ReasonForm
        draft={`propose:synonym:${first}:${second}`}
        what="synonym"
        submit="Propose it"
        check={() => (tag.trim() === '' || other.trim() === '' ? 'Name both tags.' : undefined)}
        onSubmit={(reason) => propose({ what: 'synonym', tag, other, ...(end ? { end: true as const } : {}) }, reason)}
      >
        {field('tag', 'The better name', tag, setTag)}
        {field('other', 'The other one', other, setOther)}
      </ReasonForm>
    </>
  );
}
