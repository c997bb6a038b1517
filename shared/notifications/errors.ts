export const notificationErrors = {
  mail_not_set_up: { status: 409, title: 'This site sends no mail' },
  unsubscribe_unknown: { status: 404, title: 'This link ends no digest, or ended it before' },
} as const;
