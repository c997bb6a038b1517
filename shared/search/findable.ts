import type { KindName } from '../items/kinds/registry.ts';
import type { Searched } from './schema.ts';

/** What can be found of one thing: only what everybody may see. Kept small, for an instance holds all of them. */
export type SearchDocument = {
  /** `what` and id as one text: `items:AAAAAAAAAAAA`. */
  key: string;
  what: Searched;
  title: string;
  /** Authors, address, host, what a review is about. */
  also: string;
  text: string;
  tags: readonly string[];
  /** When it was added, ISO 8601; empty where nobody knows. */
  at: string;
  /** What its standing multiplies relevance by. */
  weight: number;
  /** How good it is, 0 to 1; -1 while nobody judged it. */
  best: number;
  kind?: KindName;
  /** Of a review, question or tip the item that it is about. */
  about?: string;
  language?: string;
  licence?: string;
  year?: number;
  /** The average of stars where one is shown; of a review its own. */
  stars?: number;
  position?: { latitude: number; longitude: number };
  category?: string;
  price?: number;
  amenities?: readonly string[];
  areas?: readonly string[];
  /** With whom people came. */
  parties?: readonly string[];
  /** When it is open: begins and ends in turn, in minutes since 1970. */
  open?: readonly number[];
};
