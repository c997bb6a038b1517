import { kinds } from 'virtual:contract';
import { useRef, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { type KindName, kinds as wholeKinds } from '#shared/items/kinds/registry.ts';
import { call } from '../client/call.ts';
import { dropDraft, readDraft, useKeptDraft } from '../client/drafts.ts';
import { forgetLoaded } from '../client/loads.ts';
import { ProblemError } from '../client/problem.ts';
import { FindFirst } from '../features/items/find-first.tsx';
import type { FormTexts } from '../features/items/form-values.ts';
import { ItemForm } from '../features/items/item-form.tsx';
import { WithHandle } from '../features/people/guard.tsx';
import { TextField } from '../features/revisions/text-field.tsx';
import { BanNote } from '../ui/ban-note.tsx';
import { Heading } from '../ui/heading.tsx';
import { say } from '../ui/toasts.ts';
import styles from './submit.module.css';

export default function SubmitRoute() {
  const query = new URLSearchParams(useSearch());
  const asked = query.get('kind');
  const kind = (Object.keys(kinds) as KindName[]).find((name) => name === asked) ?? 'link';
  return (
    <>
      <Heading title="Add something worth keeping" />
      <nav className={styles.kinds} aria-label="Kind">
        {(Object.keys(kinds) as KindName[]).map((name) => (
          <Link key={name} href={`/submit?kind=${name}`} replace aria-current={name === kind ? 'true' : undefined}>
            {kinds[name].label}
          </Link>
        ))}
      </nav>
      <WithHandle toDo="add something" back={`/submit?kind=${kind}`}>
        <BanNote />
        <NewItem key={kind} kind={kind} given={givenIn(query)} />
      </WithHandle>
    </>
  );
}

const textDraft = (kind: KindName) => `text:${kind}`;

/** What the link that leads here says of it: what it is called, where nothing is called that, or where it lies. */
function givenIn(query: URLSearchParams): FormTexts | undefined {
  const given = ['title', 'areas', 'within'].flatMap((name) => {
    const text = query.get(name);
    return text ? [[name, text] as const] : [];
  });
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}

function NewItem({ kind, given }: { kind: KindName; given: FormTexts | undefined }) {
  const [, navigate] = useLocation();
  const looks = wholeKinds[kind].form.some(({ identifies }) => identifies);
  const [texts, setTexts] = useState<FormTexts | undefined>(given ?? (looks ? undefined : {}));
  const written = wholeKinds[kind].written ?? false;
  const [text, setText] = useState(() => readDraft<{ text: string }>(textDraft(kind)).text ?? '');
  useKeptDraft(textDraft(kind), text ? { text } : undefined);
  // One key a form: however often it is sent, it adds one item.
  const key = useRef(crypto.randomUUID());
  if (!texts) return <FindFirst kind={kind} onNew={setTexts} />;
  return (
    <>
      {looks && <p className={styles.new}>It is not here yet. You would be the one who adds it.</p>}
      <ItemForm
        kind={kind}
        texts={texts}
        submit={`Add the ${kinds[kind].label.toLowerCase()}`}
        // Another book, another draft.
        draft={`item:${kind}:${Object.values(texts).join(' ').trim()}`}
        chooseLicence
        onSubmit={async (fields, licence) => {
          const once = { idempotencyKey: key.current };
          const added = written
            ? call('composeItem', { body: { kind, fields, licence, text } }, once)
            : call('createItem', { body: { kind, fields, licence } }, once);
          const { item, existing } = await added.catch((error: unknown) => {
            // An earlier sending did arrive, with other fields: the next one is a new form.
            if (error instanceof ProblemError && error.code === 'idempotency_key_reused')
              key.current = crypto.randomUUID();
            throw error;
          });
          forgetLoaded('ranking:');
          // What is here already keeps its own text, and what was written waits for where it fits.
          if (!existing) dropDraft(textDraft(kind));
          say(existing ? 'It was here already. This is it.' : 'Added. It joins the listings in a moment.');
          navigate(`/i/${item.id}`);
        }}
      >
        {written && <TextField label="Text" text={text} onText={setText} />}
      </ItemForm>
    </>
  );
}
