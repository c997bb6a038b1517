import { fieldLabels } from 'virtual:fields';
import type { KindName } from '#shared/items/kinds/registry.ts';
import type { Comparison } from '#shared/revisions/comparison.ts';
import { FieldValue } from './field-value.tsx';
import styles from './revisions.module.css';

/** What a kind calls a field. */
export const labelOf = (kind: KindName, name: string): string => fieldLabels[kind][name] ?? name;

/** The fields that changed, before and after. */
export function FieldChanges({ kind, changes }: { kind: KindName; changes: Comparison['fields'] }) {
  return (
    <dl className={styles.diff}>
      {changes.map((change) => (
        <div key={change.name} className={styles.hunk}>
          <dt className={styles.same}>{labelOf(kind, change.name)}</dt>
          {'before' in change && (
            <dd className={styles.before}>
              <del>
                <FieldValue kind={kind} name={change.name} value={change.before} />
              </del>
            </dd>
          )}
          {'after' in change && (
            <dd className={styles.after}>
              <ins>
                <FieldValue kind={kind} name={change.name} value={change.after} />
              </ins>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
