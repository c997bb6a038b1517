import type { JsonSchema } from '#shared/openapi/schema.ts';
import { notation } from './notation.ts';
import styles from './openapi.module.css';

/** The shapes that bodies and answers name. */
export function ShapeList({ shapes }: { shapes: Record<string, JsonSchema> }) {
  return Object.entries(shapes).map(([name, schema]) => (
    <details key={name} className={styles.operation}>
      <summary>
        <h3>{name}</h3>
      </summary>
      <pre className={styles.code}>
        <code>{notation(schema)}</code>
      </pre>
    </details>
  ));
}
