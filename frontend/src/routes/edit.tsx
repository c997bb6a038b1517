import { lazy, Suspense, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { kinds } from '#shared/items/kinds/registry.ts';
import { type Answer, call } from '../client/call.ts';
import { dropDraft, readDraft, useKeptDraft } from '../client/drafts.ts';
import { ProblemError } from '../client/problem.ts';
import { textsOf } from '../features/items/form-values.ts';
import { ItemForm } from '../features/items/item-form.tsx';
import { useItem } from '../features/items/queries.ts';
import { WithHandle } from '../features/people/guard.tsx';
import { type EditDraft, editDraft } from '../features/revisions/edit-draft.ts';
import { learnRevision, useRevision } from '../features/revisions/queries.ts';
import styles from '../features/revisions/revisions.module.css';
import { TextField } from '../features/revisions/text-field.tsx';
import { BanNote } from '../ui/ban-note.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Heading } from '../ui/heading.tsx';
import { Failure, Notice } from '../ui/notice.tsx';
import { Loading } from '../ui/skeleton.tsx';
import { say } from '../ui/toasts.ts';
import { EditConflict } from './edit-conflict.tsx';
import { ProposeInstead } from './propose-instead.tsx';

const MyOdds = lazy(() => import('../features/odds/my-odds.tsx'));

type Item = Answer<'getItem'>['item'];

export default function EditRoute({ itemId }: { itemId: string }) {
  const found = useItem(itemId);
  const item = found.data?.item;
  return (
    <>
      <Heading title={item ? `Edit ${item.title}` : 'Edit'} />
      <p>
        <Link href={`/i/${itemId}`}>Back without saving</Link> · <Link href={`/i/${itemId}/history`}>History</Link>
      </p>
      {found.error !== undefined && <Failure error={found.error} retry={found.reload} />}
      {!item && found.error === undefined && <Loading what="the item" />}
      {item && (
        <WithHandle toDo="edit" back={`/i/${itemId}/edit`}>
          <BanNote />
          <Suspense>
            <MyOdds itemId={itemId} />
          </Suspense>
          <Begin item={item} />
        </WithHandle>
      )}
    </>
  );
}

/** Begins with what was being written here before, on the revision it began with, or with the latest. */
function Begin({ item }: { item: Item }) {
  const [kept, setKept] = useState(() => readDraft<EditDraft>(editDraft(item.id)));
  const base = kept.base ?? item.revision;
  const found = useRevision(item.id, base);
  if (found.error !== undefined) return <Failure error={found.error} retry={found.reload} />;
  if (!found.data) return <Loading what="what it says" />;
  const { fields, text } = found.data;
  const start: EditDraft = { base, fields, text, summary: '', minor: false, ...kept };
  const discard = () => {
    dropDraft(editDraft(item.id));
    dropDraft(`${editDraft(item.id)}:${base}`);
    setKept({});
  };
  return (
    <>
      {kept.base !== undefined && (
        <Notice title="This is what you were writing here">
          <p>
            It was kept in this tab and is not saved yet.
            {base < item.revision &&
              ' Others saved since you began; what they changed is put together with yours when you save.'}
          </p>
          <p>
            <Button look="plain" onClick={discard}>
              Throw it away and begin anew
            </Button>
          </p>
        </Notice>
      )}
      <Editor key={`${base}-${kept.base}`} item={item} start={start} was={{ fields, text }} />
    </>
  );
}

type Was = { fields: Record<string, unknown>; text: string };

function Editor({ item, start, was }: { item: Item; start: EditDraft; was: Was }) {
  const [, navigate] = useLocation();
  const name = editDraft(item.id);
  const [draft, setDraft] = useState(start);
  const [changed, setChanged] = useState(false);
  // Counts the forms, so that another one begins with what a conflict was settled to.
  const [form, setForm] = useState(0);
  const [conflict, setConflict] = useState<{ latest: number; mine: EditDraft }>();
  useKeptDraft(name, changed ? draft : undefined);
  const change = (part: Partial<EditDraft>) => {
    setDraft((before) => ({ ...before, ...part }));
    setChanged(true);
  };
  const fieldsDraft = `${name}:${draft.base}:${form}`;

  const save = async (fields: Record<string, unknown>) => {
    const { base, text, summary, minor } = draft;
    // A text that nobody touched is left as it is, whatever became of it.
    const body = { fields, base, summary, minor, ...(text === was.text && base === start.base ? {} : { text }) };
    try {
      const { item: saved, merged } = await call('reviseItem', { params: { itemId: item.id }, body });
      dropDraft(name);
      setChanged(false);
      // Links and merged texts are told by the server alone.
      learnRevision(item.id, saved, undefined);
      say(merged ? 'Saved, together with what others changed meanwhile.' : 'Your changes are in.');
      navigate(`/i/${item.id}`);
    } catch (error) {
      const latest = latestOf(error);
      if (latest !== undefined) setConflict({ latest, mine: { ...draft, fields } });
      throw error;
    }
  };

  if (conflict) {
    return (
      <EditConflict
        item={item}
        base={{ ...was, n: draft.base }}
        mine={conflict.mine}
        latest={conflict.latest}
        onBack={() => setConflict(undefined)}
        onSettled={(settled) => {
          change({ ...settled, base: conflict.latest });
          setForm(form + 1);
          setConflict(undefined);
        }}
      />
    );
  }
  return (
    <ItemForm
      key={form}
      kind={item.kind}
      texts={textsOf(kinds[item.kind].form, draft.fields)}
      kept={draft.fields}
      submit="Save the changes"
      draft={fieldsDraft}
      onChange={(fields) => change({ fields })}
      onSubmit={save}
      remedy={(error) => <ProposeInstead error={error} itemId={item.id} />}
    >
      <TextField
        label={kinds[item.kind].written ? 'Text' : 'Notes: what everybody should know about it'}
        text={draft.text}
        was={was.text}
        onText={(text) => change({ text })}
      />
      <Field id="summary" label="What did you change, and why?" optional>
        {(described) => (
          <input
            {...described}
            value={draft.summary}
            maxLength={300}
            autoComplete="off"
            onChange={(event) => change({ summary: event.target.value })}
          />
        )}
      </Field>
      <label className={styles.check}>
        <input type="checkbox" checked={draft.minor} onChange={(event) => change({ minor: event.target.checked })} /> A
        minor change, such as a spelling
      </label>
      <p className={styles.note}>
        By saving you give what you wrote to everybody under {item.licence}, with your handle in the history.
      </p>
    </ItemForm>
  );
}

/** Which revision stands against an edit, where one does. */
function latestOf(error: unknown): number | undefined {
  if (!(error instanceof ProblemError) || error.code !== 'edit_conflict') return undefined;
  const latest = Number(error.errors.find(({ path }) => path === 'latest')?.message);
  return Number.isInteger(latest) && latest > 0 ? latest : undefined;
}
