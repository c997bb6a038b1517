import type { ChangeKind } from './schema.ts';

/** What each sort of change is called: one, several, and what it says it does. */
export const changeLabels: Record<ChangeKind, { one: string; many: string }> = {
  edit: { one: 'Edit', many: 'Edits' },
  merge: { one: 'Merge', many: 'Merges' },
  unmerge: { one: 'Unmerge', many: 'Unmerges' },
  removal: { one: 'Removal', many: 'Removals' },
  restoration: { one: 'Restoration', many: 'Restorations' },
  synonym: { one: 'Tag synonym', many: 'Tag synonyms' },
  parameters: { one: 'Site parameters', many: 'Site parameters' },
  appeal: { one: 'Appeal', many: 'Appeals' },
  claim: { one: 'Owner', many: 'Owners' },
  unclaim: { one: 'End of an owner', many: 'Ends of owners' },
};
