export const listErrors = {
  list_not_found: { status: 404, title: 'There is no such list' },
  not_on_list: { status: 404, title: 'That item is not on this list' },
  not_your_list: { status: 403, title: 'Only the person who made this list may do that' },
  not_your_entry: { status: 403, title: 'Only who put it there, or who made the list, may do that' },
  list_conflict: { status: 409, title: 'The list changed since you opened it' },
  list_full: { status: 409, title: 'This list is full' },
  list_in_use: { status: 409, title: 'Others added to this list or voted on it, so it stays' },
  entry_in_use: { status: 409, title: 'Others voted for this, so it stays on the list' },
  ordered_by_owner: { status: 409, title: 'Who made this list orders it: nobody votes on it' },
  ordered_by_votes: { status: 409, title: 'Votes order this list: nothing is moved by hand' },
} as const;
