import { useState } from 'react';
import { Link } from 'wouter';
import { call } from '../client/call.ts';
import { useLoad } from '../client/loads.ts';
import { ReasonForm } from '../features/proposals/reason-form.tsx';
import { parameterWords } from '../features/ranking/parameters-explained.ts';
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
    const wrong = found.data?.adjustable.some(({ name, least, most }) => problemOf(texts[name] ?? '', least, most));
    return wrong ? 'One of the numbers cannot be so.' : undefined;
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
              label={parameterWords(name)}
              hint={`now ${inForce[name]}; from ${least} to ${most}`}
              problem={problemOf(texts[name] ?? '', least, most)}
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

function problemOf(text: string, least: number, most: number): string | undefined {
  if (text.trim() === '') return undefined;
  const value = Number(text);
  if (Number.isNaN(value)) return 'This is no number.';
  return value < least || value > most ? `This goes from ${least} to ${most}.` : undefined;
}
