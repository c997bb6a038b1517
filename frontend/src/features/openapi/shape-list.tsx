import type { JsonSchema } from '#shared/openapi/schema.ts';
import { notation } from './notation.ts';
import styles from './openapi.module.css';

/** The shapes that bodies and answers name. */
export function ShapeList({ shapes }: { shapes: Record<string, JsonSchema> }) {
  return (
    <dl className={styles.shapes}>
      {Object.entries(shapes).map(([name, schema]) => (
        <div key={name} id={`shape-${name}`}>
          <dt>{name}</dt>
          <dd>
            <pre className={styles.code}>
              <code>{notation(schema)}</code>
            </pre>
          </dd>
        </div>
      ))}
    </dl>
  );
}
