/** How many items sent to a person are kept, the newest; older ones go when the person has looked. */
export const inboxKept = 500;
/** For how long an item sent to a person is kept. */
export const inboxDays = 365;
/** From how many unread ones on the exact number is not told. */
export const unreadShown = 99;
