import type { ExportedSave } from '#shared/imports/commonplace.ts';
import type { Stage } from '#shared/items/kind.ts';
import type { KindName } from '#shared/items/kinds/registry.ts';
import type { NewSave } from '#shared/saves/schema.ts';

/**
 * A review from a file; `on` is the day that it is dated by. What the file does not tell of, rating or text, is as the
 * review has it that is here from another file.
 */
export type PlannedReview = { rating?: number; text?: string; experiencedOn?: string; on?: string };

/** What a row asks for, all that is needed for it. The shelf is found when the item's kind is known for certain. */
export type PlannedSave = {
  row: number;
  title: string;
  kind: KindName;
  fields: Record<string, unknown>;
  save: Omit<NewSave, 'shelf' | 'tags'> & { tags: string[] };
  shelf?: string;
  stage?: Stage;
  review?: PlannedReview;
  /** Where it is saved already, that stays as it is. */
  reviewOnly?: true;
  /** What of the row cannot be taken or is changed, in sentences. */
  problems: string[];
};

/** What is to be done for a row, or why nothing can be done. */
export type PlannedRow =
  | PlannedSave
  | { row: number; title: string; refused: string; input: ExportedSave }
  | { row: number; title: string; skipped: string };
