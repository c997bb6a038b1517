import { useId } from 'react';
import type { KindName } from '#shared/items/kinds/registry.ts';
import { shelvesPerSave } from '#shared/saves/rules.ts';
import type { Save } from '#shared/saves/schema.ts';
import { tagsPerPersonAndItem } from '#shared/tags/rules.ts';
import { Field } from '../../ui/field.tsx';
import { usePersonTags, useShelves } from './queries.ts';
import styles from './save-form.module.css';
import { ShelfChoice } from './shelf-choice.tsx';
import { TagField } from './tag-field.tsx';

/** What somebody says of what they save. */
export type SaveTexts = Pick<Save, 'shelf' | 'shelves' | 'note' | 'privateNote' | 'private' | 'tags'>;
export type TagsOf = { popular: readonly string[]; mine: readonly string[]; network: readonly string[] };

type Props = { kind: KindName; value: SaveTexts; onChange: (change: Partial<SaveTexts>) => void; suggested: TagsOf };

/** The fields of a save, for a page that saves an item as for one that saves an address. */
export function SaveFields({ kind, value, onChange, suggested }: Props) {
  const id = useId();
  const shelves = useShelves('', true).data;
  const used = usePersonTags('', true).data?.entries ?? [];
  const mine = [...used].sort((a, b) => b.count - a.count).map(({ tag }) => tag);
  const own = Object.entries(shelves?.own ?? {})
    .sort(([, a], [, b]) => b - a)
    .map(([shelf]) => shelf);
  return (
    <>
      <div className={styles.field}>
        <ShelfChoice kind={kind} shelf={value.shelf} onChoose={(shelf) => onChange({ shelf })} legend="Shelf" none />
      </div>
      <TagField
        label="Tags"
        one="tag"
        hint="What you would look for it under. Comma, space or enter ends one."
        tags={value.tags}
        onChange={(tags) => onChange({ tags })}
        most={tagsPerPersonAndItem}
        suggestions={[
          { heading: 'Popular here', tags: suggested.popular },
          { heading: 'Yours', tags: [...new Set([...suggested.mine, ...mine])] },
          { heading: 'From people you follow', tags: suggested.network },
        ]}
      />
      <Field id={`${id}-note`} label="Note" optional hint="Shown with the save.">
        {(described) => (
          <textarea
            {...described}
            className={styles.note}
            value={value.note}
            maxLength={2000}
            onChange={(event) => onChange({ note: event.target.value })}
          />
        )}
      </Field>
      <details
        className={styles.further}
        open={value.privateNote !== '' || value.shelves.length > 0 ? true : undefined}
      >
        <summary>Shelves of your own, and a note to yourself</summary>
        <TagField
          label="Your own shelves"
          one="shelf"
          hint="Such as holiday or for-the-class. It may stand on several."
          tags={value.shelves}
          onChange={(next) => onChange({ shelves: next })}
          most={shelvesPerSave}
          suggestions={[{ heading: 'Yours', tags: own }]}
        />
        <Field
          id={`${id}-private-note`}
          label="Note to yourself"
          optional
          hint="Nobody else sees it, also where the save is public."
        >
          {(described) => (
            <textarea
              {...described}
              className={styles.note}
              value={value.privateNote}
              maxLength={2000}
              onChange={(event) => onChange({ privateNote: event.target.value })}
            />
          )}
        </Field>
      </details>
      <p className={styles.private}>
        <label>
          <input
            type="checkbox"
            checked={value.private}
            aria-describedby={`${id}-private-hint`}
            onChange={(event) => onChange({ private: event.target.checked })}
          />{' '}
          Private
        </label>
        <span id={`${id}-private-hint`}>Only you see it; it counts nowhere.</span>
      </p>
    </>
  );
}

/** Of a save, what its fields hold. */
export function textsOf({ shelf, shelves, note, privateNote, tags, private: isPrivate }: SaveTexts): SaveTexts {
  return { shelf, shelves, note, privateNote, tags, private: isPrivate };
}
