import { removeInbox } from './table.ts';

export { unreadSent } from './unread.ts';

/** Everything that was sent to a closed account or by it, from both sides. */
export const emptyInbox = removeInbox;
