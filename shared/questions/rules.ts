/** How many questions, and how many tips, the page of an item shows. */
export const questionsShown = 3;
export const tipsShown = 5;
