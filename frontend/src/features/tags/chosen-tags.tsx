import { type FormEvent, type Ref, useId, useState } from 'react';
import { isTag, normaliseTag } from '#shared/tags/rules.ts';
import { messageOf } from '../../client/problem.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { counted } from '../../ui/numbers.ts';
import { say } from '../../ui/toasts.ts';
import styles from './my-tags.module.css';
import { type Bundle, putBundle } from './my-tags.ts';

type Props = {
  chosen: string[];
  bundles: readonly Bundle[];
  busy: boolean;
  ref?: Ref<HTMLElement>;
  onRetag: (to: string | undefined) => void;
  onDone: () => void;
};

const noTag = "A tag is 1 to 40 letters, digits, emoji and . - _ + # & ', with at least one letter, digit or emoji.";

/** What can be done with the tags that are chosen: another name for all of them, a bundle, or their end. */
export function ChosenTags({ chosen, bundles, busy, ref, onRetag, onDone }: Props) {
  const id = useId();
  const [name, setName] = useState('');
  const [bundle, setBundle] = useState('');
  const [problem, setProblem] = useState<{ of: 'name' | 'bundle'; text: string }>();
  const [asking, setAsking] = useState(false);
  const one = chosen.length === 1;

  const wanted = (event: FormEvent, of: 'name' | 'bundle', text: string): string | undefined => {
    event.preventDefault();
    const tag = normaliseTag(text);
    setProblem(isTag(tag) ? undefined : { of, text: noTag });
    return isTag(tag) ? tag : undefined;
  };
  const keepTogether = async (to: string) => {
    const before = bundles.find((other) => other.name === to)?.tags ?? [];
    try {
      await putBundle(to, [...new Set([...before, ...chosen])]);
      say(`${counted(chosen.length, 'tag')} kept together as “${to}”.`);
      onDone();
    } catch (error) {
      say(messageOf(error), { tone: 'refused' });
    }
  };

  return (
    <section ref={ref} tabIndex={-1} className={styles.chosen} aria-label="With the tags you chose">
      <p className={styles.names}>
        {counted(chosen.length, 'tag')} chosen: <strong>{chosen.join(', ')}</strong>{' '}
        <Button look="plain" onClick={onDone}>
          Choose none
        </Button>
      </p>
      <form
        noValidate
        onSubmit={(event) => {
          const to = wanted(event, 'name', name);
          if (to !== undefined) onRetag(to);
        }}
      >
        <Field
          id={`${id}-name`}
          label={one ? 'New name' : 'One name for all of them'}
          problem={problem?.of === 'name' ? problem.text : undefined}
        >
          {(described) => (
            <input
              {...described}
              value={name}
              autoCapitalize="none"
              autoComplete="off"
              spellCheck={false}
              maxLength={200}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
        <Button type="submit" busy={busy}>
          {one ? 'Rename' : 'Merge'}
        </Button>
      </form>
      <form
        noValidate
        onSubmit={(event) => {
          const to = wanted(event, 'bundle', bundle);
          if (to !== undefined) void keepTogether(to);
        }}
      >
        <Field
          id={`${id}-bundle`}
          label="Bundle to put them in"
          problem={problem?.of === 'bundle' ? problem.text : undefined}
        >
          {(described) => (
            <input
              {...described}
              value={bundle}
              list={`${id}-bundles`}
              autoCapitalize="none"
              autoComplete="off"
              maxLength={200}
              onChange={({ target }) => setBundle(target.value)}
            />
          )}
        </Field>
        <datalist id={`${id}-bundles`}>
          {bundles.map((other) => (
            <option key={other.name} value={other.name} />
          ))}
        </datalist>
        <Button type="submit" look="plain">
          Keep together
        </Button>
      </form>
      {asking ? (
        <fieldset className={styles.asking}>
          <legend>Take {one ? 'this tag' : 'these tags'} off everything you keep? What you saved stays.</legend>
          <Button look="danger" busy={busy} onClick={() => onRetag(undefined)}>
            Delete {counted(chosen.length, 'tag')}
          </Button>
          <Button look="plain" onClick={() => setAsking(false)}>
            Leave {one ? 'it' : 'them'}
          </Button>
        </fieldset>
      ) : (
        <p>
          <Button look="danger" onClick={() => setAsking(true)}>
            Delete…
          </Button>
        </p>
      )}
    </section>
  );
}
