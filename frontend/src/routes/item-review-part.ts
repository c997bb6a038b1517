/** Where on an item's page one's own review is, or is written: what follows the # in its address. */
export const reviewPart = 'my-review';
