export const watchErrors = {
  watch_limit: { status: 409, title: 'You watch as many things as one person may' },
  nothing_to_watch: { status: 404, title: 'There is nothing like that to watch' },
  own_revision: { status: 403, title: 'Nobody marks their own change as reviewed' },
  no_such_revision: { status: 404, title: 'There is no such revision' },
} as const;
