import { useState } from 'react';
import { kinds } from '#shared/items/kinds/registry.ts';
import type { Answer } from '../client/call.ts';
import { dropDraft, readDraft, useKeptDraft } from '../client/drafts.ts';
import { fieldsOf, problemsOf, textsOf } from '../features/items/form-values.ts';
import { ReasonForm } from '../features/proposals/reason-form.tsx';
import { TextField } from '../features/revisions/text-field.tsx';
import { Field } from '../ui/field.tsx';

export type Item = Answer<'getItem'>['item'];
export type Content = { fields: Record<string, unknown>; text: string };
/** What is being written, with the fields that no form asks for, and the revision it goes on from. */
export type KeptEdit = Content & { base: number; texts: Record<string, string> };
type EditorProps = {
  item: Item;
  base: number;
  was: Content;
  start: Content;
  reason: string;
  titleOnly: boolean;
  draft: string;
  submit: string;
  onSubmit: (change: { base: number; fields?: Content['fields']; text?: string }, reason: string) => Promise<void>;
};

/** The form of an edit that is proposed: what it would become, and why. What is being written is kept until it is sent. */
export function ProposalEditor({ item, base, was, start, reason, titleOnly, draft, submit, onSubmit }: EditorProps) {
  const kind = kinds[item.kind];
  const [kept] = useState(() => {
    const found = readDraft<KeptEdit>(`${draft}:change`);
    return found.base === base ? found : {};
  });
  const [texts, setTexts] = useState(() => ({ ...textsOf(kind.form, start.fields), ...kept.texts }));
  const [text, setText] = useState(kept.text ?? start.text);
  const [changed, setChanged] = useState(kept.base !== undefined);
  const [problems, setProblems] = useState<Record<string, string>>({});
  // What a kind asks for first of all is what it is called by.
  const form = titleOnly ? kind.form.filter(({ required }) => required).slice(-1) : kind.form;
  const fields = fieldsOf(kind.form, texts, start.fields);
  const now: KeptEdit = { base, fields, texts, text };
  useKeptDraft(`${draft}:change`, changed ? now : undefined);
  const check = () => {
    const found = problemsOf(kind, fields);
    setProblems(found);
    return Object.keys(found).length > 0 ? 'A field needs another look.' : undefined;
  };
  const write = (written: string) => {
    setText(written);
    setChanged(true);
  };
  const send = async (why: string) => {
    const isSame = JSON.stringify(textsOf(kind.form, was.fields)) === JSON.stringify(textsOf(kind.form, fields));
    await onSubmit({ base, ...(isSame ? {} : { fields }), ...(text === was.text ? {} : { text }) }, why);
    dropDraft(`${draft}:change`);
  };
  return (
    <ReasonForm draft={draft} initial={reason} what="edit" submit={submit} check={check} onSubmit={send}>
      {form.map(({ name, label, hint, input, required }) => (
        <Field key={name} id={`field-${name}`} label={label} hint={hint} optional={!required} problem={problems[name]}>
          {(described) => {
            const common = {
              ...described,
              name,
              value: texts[name] ?? '',
              onChange: (event: { target: { value: string } }) => {
                setTexts({ ...texts, [name]: event.target.value });
                setChanged(true);
              },
            };
            return input === 'prose' || input === 'list' ? (
              <textarea {...common} rows={input === 'list' ? 2 : 5} />
            ) : (
              <input {...common} autoComplete="off" />
            );
          }}
        </Field>
      ))}
      {!titleOnly && <TextField label={kind.written ? 'Text' : 'Notes'} text={text} was={was.text} onText={write} />}
    </ReasonForm>
  );
}
