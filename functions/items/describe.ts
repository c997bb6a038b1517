import { fieldProblems, invalidInput } from '#functions/http/input.ts';
import { type KindName, kinds } from '#shared/items/kinds/registry.ts';

/** What follows from an item's kind and fields. @throws invalid_input */
export function describe(kind: KindName, input: Record<string, unknown>) {
  const definition = kinds[kind];
  const parsed = definition.schema.safeParse(input);
  if (!parsed.success) throw invalidInput(fieldProblems(parsed.error.issues, 'body', 'fields'));
  const fields = parsed.data;
  return {
    kind,
    fields,
    title: definition.title(fields),
    byline: definition.byline(fields),
    names: definition.identifiers(fields),
  };
}
