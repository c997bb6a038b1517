import { useState } from 'react';
import { Link } from 'wouter';
import { inWords } from '#shared/text.ts';
import { call } from '../client/call.ts';
import { useLoad } from '../client/loads.ts';
import { ReasonForm } from '../features/proposals/reason-form.tsx';
import { Field } from '../ui/field.tsx';
import { Heading } from '../ui/heading.tsx';
import { Failure } from '../ui/notice.tsx';
import { Loading } from '../ui/skeleton.tsx';
import { usePropose } from './use-propose.ts';

/** Proposes other numbers for how the site ranks. */
export function ProposeParameters() {
  const found = useLoad('ranking-parameters', () => call('getRankingParameters', {}));
  const propose = usePropose();
  const [texts, setTexts] = useState<Record<string, string>>({});
  const inForce = (found.data?.parameters ?? {}) as Record<string, number>;
  const values = Object.fromEntries(
    Object.entries(texts)
      .filter(([name, text]) => text.trim() !== '' && Number(text) !== inForce[name])
      .map(([name, text]) => [name, Number(text)]),
  );
  const check = () => {
    if (Object.keys(values).length === 0) return 'Change at least one number.';
    return Object.values(values).some(Number.isNaN) ? 'One of them is no number.' : undefined;
  };
  return (
    <>
      <Heading title="How this site ranks: other numbers" />
      <p>
        They hold for everybody. What each does stands under <Link href="/how-ranking-works">how ranking works</Link>.
      </p>
      {found.error !== undefined && <Failure error={found.error} retry={found.reload} />}
      {!found.data && found.error === undefined && <Loading what="the numbers in force" />}
      {found.data && (
        <ReasonForm
          draft="propose:parameters"
          what="parameters"
          submit="Propose them"
          check={check}
          onSubmit={(reason) => propose({ what: 'parameters', base: found.data?.version ?? '', values }, reason)}
        >
          {found.data.adjustable.map(({ name, least, most }) => (
            <Field
              key={name}
              id={`parameter-${name}`}
              label={inWords(name)}
              hint={`now ${inForce[name]}; from ${least} to ${most}`}
              optional
            >
              {(described) => (
                <input
                  {...described}
                  inputMode="decimal"
                  value={texts[name] ?? ''}
                  onChange={(event) => setTexts({ ...texts, [name]: event.target.value })}
                />
              )}
            </Field>
          ))}
        </ReasonForm>
      )}
    </>
  );
}
