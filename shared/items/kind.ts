import type * as z from 'zod/mini';

/** One field of a kind's form, in the order it is asked for. */
export type FormField = {
  name: string;
  label: string;
  hint?: string;
  input: 'text' | 'prose' | 'url' | 'number' | 'list' | 'position';
  required?: boolean;
  /** Paste this first: the page looks for the item that has it already. */
  identifies?: boolean;
};

/** An aspect that people may rate beside the whole: stable key, label. */
export type Aspect = { key: string; label: string };

/**
 * A kind of item, as data. A new kind is one file in `kinds/`, one card in the front end
 * and a line in each of the two registries.
 */
export type Kind<Fields = Record<string, unknown>> = {
  kind: string;
  label: string;
  plural: string;
  schema: z.ZodMiniType<Fields>;
  form: readonly FormField[];
  aspects: readonly Aspect[];
  shelves: readonly { key: string; label: string }[];
  /** What it is called on cards and pages; one line. */
  title(fields: Fields): string;
  /** The line under the title: authors, address, host. May be empty. */
  byline(fields: Fields): string;
  /** Cover or favicon address, where one was given. */
  picture(fields: Fields): string | undefined;
  /** Names that make two submissions the same item, each `scheme:value` in normal form. */
  identifiers(fields: Fields): string[];
  /** Normal forms that free input (a pasted address, a number) may stand for; empty if none. */
  recognise(input: string): string[];
  /** schema.org type and properties beyond `name`. */
  jsonLd(fields: Fields): Record<string, unknown>;
};
