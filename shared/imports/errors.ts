export const importErrors = {
  import_not_found: { status: 404, title: 'There is no such import' },
  import_unreadable: { status: 422, title: 'This file is no export that can be read here' },
  import_cancelled: { status: 409, title: 'This import was cancelled' },
  import_too_long: { status: 422, title: 'This file has too many rows' },
} as const;
