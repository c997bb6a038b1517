import type { Item } from '#shared/items/schema.ts';
import { Markdown } from '../../ui/markdown.tsx';
import styles from './item-details.module.css';
import { kindDetails } from './kinds/details-registry.ts';
import { textOf } from './kinds/kind-view.ts';

/** What is known of an item: its kind's fields, and its description. */
export function ItemDetails({ item }: { item: Item }) {
  const description = textOf(item.fields.description);
  const details = kindDetails[item.kind](item.fields);
  return (
    <>
      {description && <Markdown text={description} />}
      {details.length > 0 && (
        <dl className={styles.details}>
          {details.map(({ term, is }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{is}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

/** The address of an item's picture, whatever its kind calls it. */
export function pictureOf({ fields }: Item): string | undefined {
  return textOf(fields.cover) ?? textOf(fields.picture) ?? textOf(fields.favicon);
}
