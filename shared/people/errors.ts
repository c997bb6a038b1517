export const peopleErrors = {
  handle_taken: { status: 409, title: 'This handle, or one that looks like it, is taken' },
  handle_reserved: { status: 409, title: 'This handle is reserved' },
  handle_chosen: { status: 409, title: 'You already have a handle' },
  handle_required: { status: 409, title: 'Choose a handle first' },
  person_not_found: { status: 404, title: 'Nobody has this handle' },
  account_deleted: { status: 410, title: 'This account was deleted' },
} as const;
