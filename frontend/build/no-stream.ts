/** What stands for Node's `stream` in the browser: nothing. */
export const Stream = undefined;
