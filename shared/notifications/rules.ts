/** For how long a notification is kept. */
export const noticeDays = 90;
/** From how many unread ones on the exact number is not told. */
export const noticesShown = 99;
