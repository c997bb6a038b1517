import { documentsOf } from '../documents.ts';
import { rowsOfNames } from '../table.ts';
import { writePublished } from './table.ts';

/** Writes what can be found of these names to rows that the pipeline takes to OpenSearch. Safe to repeat. */
export async function publish(names: readonly string[]): Promise<void> {
  for (let at = 0; at < names.length; at += 200) {
    const some = names.slice(at, at + 200);
    const documents = await documentsOf(some, await rowsOfNames(some));
    const stay = new Set(documents.map(({ key }) => key));
    await writePublished(
      documents,
      some.filter((name) => !stay.has(name)),
    );
  }
}
