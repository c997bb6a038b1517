import { AppError } from '#shared/app-error.ts';
import { type KindName, kinds } from '#shared/items/kinds/registry.ts';

/** What follows from an item's kind and fields. @throws invalid_input */
export function describe(kind: KindName, input: Record<string, unknown>) {
  const definition = kinds[kind];
  const parsed = definition.schema.safeParse(input);
  if (!parsed.success) {
    const fields = parsed.error.issues.slice(0, 20).map((issue) => ({
      path: ['body', 'fields', ...issue.path].map(String).join('.').slice(0, 200),
      message: issue.message.slice(0, 200),
    }));
    throw new AppError('invalid_input', fields.map(({ path, message }) => `${path}: ${message}`).join('; '), {
      fields,
    });
  }
  const fields = parsed.data;
  return {
    kind,
    fields,
    title: definition.title(fields),
    byline: definition.byline(fields),
    names: definition.identifiers(fields),
  };
}
