export const saveErrors = {
  save_not_found: { status: 404, title: 'There is no such save' },
  no_such_shelf: { status: 422, title: 'This kind of item has no such shelf' },
  no_such_list: { status: 422, title: 'There is no such list of saves' },
} as const;
