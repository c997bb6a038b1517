import { itemClosed } from '../items/errors.ts';

export const saveErrors = {
  save_not_found: { status: 404, title: 'There is no such save' },
  no_such_shelf: { status: 422, title: 'This kind of item has no such shelf' },
  no_such_list: { status: 422, title: 'There is no such list of saves' },
  no_readings: { status: 422, title: 'Nobody counts readings of this kind of item' },
  progress_limit: { status: 422, title: 'This save holds as many readings and steps of progress as it takes' },
  day_to_come: { status: 422, title: 'That day is still to come' },
} as const;

/** Why a save is refused, whatever is saved. */
export const refusals = [
  ...itemClosed,
  'no_such_shelf',
  'tag_limit',
  'day_to_come',
  'account_deleted',
  'handle_required',
] as const;
