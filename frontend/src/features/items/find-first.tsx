import { type FormEvent, useId, useState } from 'react';
import { Link } from 'wouter';
import type { KindName } from '#shared/items/kinds/registry.ts';
import { kinds } from '#shared/items/kinds/registry.ts';
import type { Item } from '#shared/items/schema.ts';
import { call } from '../../client/call.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Failure, Notice } from '../../ui/notice.tsx';
import styles from './find-first.module.css';
import type { FormTexts } from './form-values.ts';

type Props = { kind: KindName; onNew: (texts: FormTexts) => void };

/** Looks for what is pasted before a form is filled in: most things are here already. */
export function FindFirst({ kind: kindName, onNew }: Props) {
  const id = useId();
  const kind = kinds[kindName];
  const field = kind.form.find(({ identifies }) => identifies);
  const [value, setValue] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [failure, setFailure] = useState<unknown>();
  const [found, setFound] = useState<Item>();
  if (!field) return null;

  const look = async (event: FormEvent) => {
    event.preventDefault();
    const input = value.trim();
    if (input === '') return onNew({});
    if (kind.recognise(input).length === 0)
      return setProblem(`This is no ${field.label} we can read. Leave it empty to go on without.`);
    setProblem(undefined);
    setFailure(undefined);
    setBusy(true);
    try {
      const { item } = await call('findItem', { query: { kind: kindName, value: input } });
      if (item) setFound(item);
      else onNew(textsFrom(kindName, input));
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };

  if (found) {
    return (
      <Notice title="It is here already">
        <p className={styles.found}>
          <Link href={`/i/${found.id}`}>{found.title}</Link>
          {found.byline && <span> — {found.byline}</span>}
        </p>
        <p className={styles.actions}>
          <ButtonLink href={`/i/${found.id}`}>Open it</ButtonLink>
          <Button look="plain" onClick={() => setFound(undefined)}>
            Look for another
          </Button>
        </p>
      </Notice>
    );
  }
  return (
    <form className={styles.find} onSubmit={(event) => void look(event)} noValidate>
      <Field
        id={`${id}-value`}
        label={
          field.input === 'url' || kind.written ? field.label : `${field.label}, or the address of a page about it`
        }
        hint={`${kind.written ? 'Say it' : 'Paste it'} here first: if the ${kind.label.toLowerCase()} is here already, you are taken to it.`}
        problem={problem}
      >
        {(described) => (
          <input
            {...described}
            value={value}
            maxLength={2000}
            autoComplete="off"
            autoCapitalize={kind.written ? undefined : 'none'}
            onChange={(event) => setValue(event.target.value)}
          />
        )}
      </Field>
      {failure !== undefined && <Failure error={failure} />}
      <p className={styles.actions}>
        <Button type="submit" busy={busy}>
          {value.trim() ? 'Look for it' : 'Go on without'}
        </Button>
      </p>
    </form>
  );
}

/** What was pasted, put into the field of the form it belongs to. */
function textsFrom(kindName: KindName, input: string): FormTexts {
  const { form, recognise, written } = kinds[kindName];
  // What is known by its title is called as it was said.
  if (written) return { title: input };
  const texts: FormTexts = {};
  for (const identifier of recognise(input)) {
    const scheme = identifier.slice(0, identifier.indexOf(':'));
    const field = form.find(({ name }) => name.toLowerCase() === scheme);
    if (field) texts[field.name] = scheme === 'url' ? withScheme(input) : identifier.slice(scheme.length + 1);
  }
  return texts;
}

const withScheme = (address: string) => (/^https?:\/\//i.test(address) ? address : `https://${address}`);
