import type { Party, Season } from '#shared/reviews/schema.ts';

/** With whom, as one chooses it, and as the end of a sentence. */
export const partyLabels: Record<Party, { choice: string; phrase: string }> = {
  alone: { choice: 'Alone', phrase: 'alone' },
  couple: { choice: 'As a couple', phrase: 'as a couple' },
  family: { choice: 'With family', phrase: 'with family' },
  friends: { choice: 'With friends', phrase: 'with friends' },
  business: { choice: 'On business', phrase: 'on business' },
};

/** The quarters of the year; which season that is depends on where one is. */
export const seasonLabels: Record<Season, string> = {
  'dec-feb': 'December to February',
  'mar-may': 'March to May',
  'jun-aug': 'June to August',
  'sep-nov': 'September to November',
};

/** `visited` → `Visited`. */
export const capitalised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
