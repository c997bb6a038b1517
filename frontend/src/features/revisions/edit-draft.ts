/** What somebody is writing of an item, and the revision it began with. Kept in the browser until it is saved. */
export type EditDraft = {
  base: number;
  fields: Record<string, unknown>;
  text: string;
  summary: string;
  minor: boolean;
};

/** Under which name it is kept. */
export const editDraft = (itemId: string) => `edit:${itemId}`;
