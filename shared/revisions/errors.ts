export const revisionErrors = {
  edit_conflict: { status: 409, title: 'Somebody changed the same since you opened it' },
  undo_conflict: { status: 409, title: 'Later changes touch the same, so it cannot be undone by itself' },
  revision_not_found: { status: 404, title: 'There is no such revision' },
  revision_removed: { status: 410, title: 'What this revision said was removed' },
} as const;
