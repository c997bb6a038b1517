import { type ReactNode, useMemo, useState } from 'react';
import { compareTexts } from '#shared/revisions/compare.ts';
import { mergeFields, mergeTexts, type Region } from '#shared/revisions/merge.ts';
import type { Answer } from '../client/call.ts';
import { TextChanges } from '../features/revisions/comparison.tsx';
import type { EditDraft } from '../features/revisions/edit-draft.ts';
import { labelOf } from '../features/revisions/field-changes.tsx';
import { FieldValue } from '../features/revisions/field-value.tsx';
import { useRevision } from '../features/revisions/queries.ts';
import { RevisionLine } from '../features/revisions/revision-line.tsx';
import styles from '../features/revisions/revisions.module.css';
import { Button } from '../ui/button.tsx';
import { inPlace } from '../ui/in-place.tsx';
import { Failure, Notice } from '../ui/notice.tsx';
import { Loading } from '../ui/skeleton.tsx';

type State = { fields: Record<string, unknown>; text: string };
type Props = {
  item: Answer<'getItem'>['item'];
  base: State & { n: number };
  mine: EditDraft;
  latest: number;
  onBack: () => void;
  onSettled: (settled: State) => void;
};
type Side = 'mine' | 'theirs' | 'both';

/** Two changed the same: both texts side by side, and what they come to together once it is said whose goes where. */
export function EditConflict({ item, base, mine, latest, onBack, onSettled }: Props) {
  const found = useRevision(item.id, latest);
  const theirs = found.data;
  if (found.error !== undefined) return <Failure error={found.error} retry={found.reload} />;
  if (!theirs) return <Loading what="what the other one says" />;
  return (
    <>
      <Notice title="Somebody saved before you, and you both changed the same" tone="refused">
        <p>
          Nothing is lost: yours is kept in this tab, theirs in the history. Say what goes where, look at the result,
          and save it.
        </p>
        <p>
          <RevisionLine itemId={item.id} revision={theirs.revision} />
        </p>
      </Notice>
      <Settle item={item} base={base} mine={mine} theirs={theirs} onSettled={onSettled} />
      <p>
        <Button look="plain" onClick={onBack}>
          Back to my own text
        </Button>
      </p>
    </>
  );
}

function Settle({ item, base, mine, theirs, onSettled }: Omit<Props, 'latest' | 'onBack'> & { theirs: State }) {
  const fields = useMemo(() => mergeFields(base.fields, mine.fields, theirs.fields), [base, mine, theirs]);
  const regions = useMemo(() => {
    const merged = mergeTexts(base.text, mine.text, theirs.text);
    return 'text' in merged ? [{ lines: [merged.text] }] : merged.regions;
  }, [base, mine, theirs]);
  const differ = useMemo(() => compareTexts(theirs.text, mine.text), [mine, theirs]);
  const [chosen, setChosen] = useState<Record<string, Side>>({});
  const choose = (what: string) => (side: Side) => setChosen({ ...chosen, [what]: side });
  const conflicts = regions.filter((region) => !('lines' in region)).length;
  const open = [
    ...fields.conflicts,
    ...regions.flatMap((region, at) => ('lines' in region ? [] : [String(at)])),
  ].filter((what) => chosen[what] === undefined).length;
  const settle = () => {
    const settled = { ...fields.fields };
    for (const name of fields.conflicts) {
      if (chosen[name] !== 'theirs') continue;
      if (name in theirs.fields) settled[name] = theirs.fields[name];
      else delete settled[name];
    }
    const text = regions.flatMap((region, at) => linesOf(region, chosen[String(at)])).join('\n');
    onSettled({ fields: settled, text });
  };
  let number = 0;
  return (
    <>
      {fields.conflicts.map((name) => (
        <Choice
          key={name}
          legend={labelOf(item.kind, name)}
          mine={name in mine.fields ? <FieldValue kind={item.kind} name={name} value={mine.fields[name]} /> : ''}
          theirs={name in theirs.fields ? <FieldValue kind={item.kind} name={name} value={theirs.fields[name]} /> : ''}
          chosen={chosen[name]}
          onChoose={choose(name)}
        />
      ))}
      {inPlace(regions, (region, at) =>
        'lines' in region ? null : (
          <Choice
            legend={`Place ${++number} of ${conflicts} in the text`}
            mine={region.mine.join('\n')}
            theirs={region.theirs.join('\n')}
            both
            chosen={chosen[String(at)]}
            onChoose={choose(String(at))}
          />
        ),
      )}
      <p>
        <Button aria-disabled={open > 0} busy={open > 0} onClick={settle}>
          {open > 0 ? `${open} still to choose` : 'Put it together and look at it'}
        </Button>
      </p>
      <details>
        <summary>Both texts side by side: theirs left, yours right</summary>
        <TextChanges changes={differ} look="sides" />
        {differ.tooDifferent && (
          <div className={styles.between}>
            <textarea readOnly rows={12} aria-label="Their text" value={theirs.text} />
            <textarea readOnly rows={12} aria-label="Your text" value={mine.text} />
          </div>
        )}
      </details>
    </>
  );
}

function linesOf(region: Region, side: Side | undefined): string[] {
  if ('lines' in region) return region.lines;
  if (side === 'theirs') return region.theirs;
  return side === 'both' ? [...region.theirs, ...region.mine] : region.mine;
}

type ChoiceProps = {
  legend: string;
  mine: ReactNode;
  theirs: ReactNode;
  both?: boolean;
  chosen: Side | undefined;
  onChoose: (side: Side) => void;
};

function Choice({ legend, mine, theirs, both = false, chosen, onChoose }: ChoiceProps) {
  const option = (side: Side, label: string, text?: ReactNode) => (
    <>
      <label>
        <input type="radio" name={legend} checked={chosen === side} onChange={() => onChoose(side)} /> {label}
      </label>
      {text !== undefined && <pre>{text || '(nothing)'}</pre>}
    </>
  );
  return (
    <fieldset className={styles.conflict}>
      <legend>{legend}</legend>
      {option('mine', 'Yours', mine)}
      {option('theirs', 'Theirs', theirs)}
      {both && option('both', 'Both, theirs first')}
    </fieldset>
  );
}
