import type { FieldProblem } from '#shared/app-error.ts';
import type { FormField, Kind } from '#shared/items/kind.ts';
import { writtenPosition } from '#shared/items/written-position.ts';

/** What stands in a form: one text a field, whatever the field becomes. */
export type FormTexts = Record<string, string>;

/** An item's fields as the texts of its form. */
export function textsOf(form: readonly FormField[], fields: Record<string, unknown>): FormTexts {
  return Object.fromEntries(form.map(({ name, input }) => [name, textOf(input, fields[name])]));
}

function textOf(input: FormField['input'], value: unknown): string {
  if (value === undefined || value === null) return '';
  if ((input === 'list' || input === 'choices' || input === 'areas') && Array.isArray(value)) return value.join('\n');
  if (input === 'position') {
    const { latitude, longitude } = value as { latitude: number; longitude: number };
    return `${latitude}, ${longitude}`;
  }
  return String(value);
}

/** The texts of a form as fields, over what the form does not ask for. Empty fields are left out. */
export function fieldsOf(
  form: readonly FormField[],
  texts: FormTexts,
  kept: Record<string, unknown> = {},
): Record<string, unknown> {
  const fields: Record<string, unknown> = Object.fromEntries(
    Object.entries(kept).filter(([name]) => !form.some((field) => field.name === name)),
  );
  for (const { name, input, options } of form) {
    const text = (texts[name] ?? '').trim();
    if (text === '') continue;
    // A choice may stand for a number; a draft may hold what is no choice any more.
    const chosen = input === 'choice' && options?.find(({ value }) => String(value) === text);
    fields[name] = chosen ? chosen.value : fieldOf(input, text);
  }
  return fields;
}

function fieldOf(input: FormField['input'], text: string): unknown {
  if (input === 'number') return Number(text.replace(/[\s,]/g, ''));
  if (input === 'list' || input === 'choices' || input === 'areas')
    return text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  return input === 'position' ? writtenPosition(text) : text;
}

/** What the kind's own schema refuses, by field name. */
export function problemsOf(kind: Kind, fields: Record<string, unknown>): Record<string, string> {
  const read = kind.schema.safeParse(fields);
  if (read.success) return {};
  return byField(
    read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
    kind,
    fields,
  );
}

/** Problems that came by path (`fields.isbn`, `authors.0`) as one sentence a field. */
export function byField(
  problems: readonly FieldProblem[],
  kind: Kind,
  fields: Record<string, unknown>,
): Record<string, string> {
  const result: Record<string, string> = {};
  for (const { path, message } of problems) {
    const parts = path.split(/[./]/).filter((part) => part !== '' && part !== 'body' && part !== 'fields');
    const field = kind.form.find(({ name }) => name === parts[0]);
    if (!field || result[field.name]) continue;
    result[field.name] = fields[field.name] === undefined ? 'This is needed.' : sentence(field, message);
  }
  return result;
}

const expected: Partial<Record<FormField['input'], string>> = {
  number: 'This is not a whole number in range.',
  position: 'Give latitude and longitude in degrees, such as 51.5257, -0.1337, or the address of a place on a map.',
};

function sentence({ input }: FormField, message: string): string {
  // The schema's own words go on from the field's name; its library's default says nothing.
  if (expected[input] || /^Invalid/i.test(message)) return expected[input] ?? 'This does not fit.';
  return `This ${message}.`;
}
