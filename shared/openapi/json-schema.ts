import * as z from 'zod/mini';
import { hold } from '../holds/schema.ts';
import { problem } from '../http/problem.ts';
import { importJob, rowReport } from '../imports/schema.ts';
import { kinds } from '../items/kinds/registry.ts';
import { card, counts, item, newItem, tagCount } from '../items/schema.ts';
import { person } from '../people/schema.ts';
import { newReview, review } from '../reviews/schema.ts';
import { save, saveCard } from '../saves/schema.ts';
import { apiToken } from '../tokens/schema.ts';
import type { JsonSchema } from './schema.ts';

/** Shapes that stand in several answers, or have a word of their own: named once, referred to elsewhere. */
const named: Record<string, z.ZodMiniType> = {
  Card: card,
  Counts: counts,
  Hold: hold,
  Import: importJob,
  Item: item,
  NewItem: newItem,
  NewReview: newReview,
  Person: person,
  Problem: problem,
  Review: review,
  RowReport: rowReport,
  Save: save,
  SaveCard: saveCard,
  TagCount: tagCount,
  Token: apiToken,
};
const names = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(named)) names.add(schema, { id });

const refTo = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

/** What is asked (`input`) or answered (`output`), written as JSON Schema; named shapes are gathered in `shapes`. */
export function jsonSchema(
  schema: z.ZodMiniType,
  io: 'input' | 'output',
  shapes: Record<string, JsonSchema>,
): JsonSchema {
  const {
    $schema: _,
    $defs,
    ...written
  } = z.toJSONSchema(schema, {
    io,
    metadata: names,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      // More may be answered one day: nobody should refuse it.
      if (io === 'output' && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
      if (zodSchema === newItem && jsonSchema.properties) {
        const fields = Object.values(kinds).map(({ label }) => refTo(`${label}Fields`));
        jsonSchema.properties.fields = { description: 'By the kind.', anyOf: fields } as typeof jsonSchema;
      }
    },
  });
  for (const [key, shape] of Object.entries(withRefs($defs ?? {}))) {
    const { $id: _id, id: _own, ...rest } = shape as JsonSchema & { $id?: string; id?: string };
    shapes[key] ??= rest;
  }
  return withRefs(written) as JsonSchema;
}

const withRefs = <T>(schemas: T): T =>
  JSON.parse(JSON.stringify(schemas).replaceAll('"#/$defs/', '"#/components/schemas/')) as T;

/** The fields of every kind of item, as they are asked for: by shape name. */
export function fieldShapes(shapes: Record<string, JsonSchema>): void {
  for (const { label, schema } of Object.values(kinds)) {
    shapes[`${label}Fields`] = jsonSchema(schema as z.ZodMiniType, 'input', shapes);
  }
}
