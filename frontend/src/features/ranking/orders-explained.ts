import type { Counts } from '#shared/items/schema.ts';
import type { Order } from '#shared/ranking/schema.ts';

/** What each order is for, in words, and which items have a place in it. */
export const ordersExplained: Record<Order, string> = {
  hot: 'What is liked and recent. Ten times the net votes weigh as much as twelve and a half hours of age (unless people agreed on another time), so a score never has to be lowered as time goes by: newer things start higher.',
  top: 'The most votes up, less those down. Nothing else counts.',
  new: 'The latest first. Nothing but the time counts.',
  rising:
    'What is being voted up just now, however old it is: the same form as hot, with the mean time of the votes in place of the time of adding. From a net of one vote on, and for a week from that time, unless people agreed on other days.',
  best: 'What is most surely good. A few happy ratings say less than many, so an item is ranked by the lower end of what its ratings make likely: by its stars where it has any, else by its votes.',
  controversial:
    'What divides people: many votes, and nearly as many down as up. Needs votes both ways, one in five at least, unless people agreed on another share.',
  reviewed: 'The most reviews.',
  saved: 'What most people keep on a shelf or as a bookmark, where they let it be seen. Private saves count nowhere.',
};

/** The item that the page works through: rated by nine, voted on by forty-eight, saved by twenty-five. Its counts are settled. */
export const example: { counts: Counts; at: string } = {
  counts: {
    up: 40,
    down: 8,
    net: 32,
    upMinutes: 40 * 3_155_400,
    ratings: [0, 0, 0, 0, 0, 1, 0, 2, 1, 5],
    reviews: 6,
    saves: 25,
  },
  at: '2026-01-01T12:00:00Z',
};
