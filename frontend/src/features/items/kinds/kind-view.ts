import type { ReactNode } from 'react';

/** How a kind stands in a listing. One file a kind beside this one, and a line in the registry. */
export type KindCard = {
  /** What a picture of it is: a cover (upright), an icon or a view (square). */
  picture: 'cover' | 'icon' | 'view';
  /** Drawn where no picture was given. */
  glyph: ReactNode;
};

/** A kind's fields beyond title and description, as terms and what they are. Not part of the first listing. */
export type KindDetails = (fields: Record<string, unknown>) => { term: string; is: ReactNode }[];

/** A field that is text or a number, as text. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
}
