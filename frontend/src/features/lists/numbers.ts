import { exactCount } from '../../ui/numbers.ts';

/** A number that is exact below so much and beyond that rounded down, as people read it. */
const atLeast = (count: number, exactBelow: number) => `${exactCount(count)}${count < exactBelow ? '' : '+'}`;
const of = (shown: string, one: string, many: string) => `${shown} ${shown === '1' ? one : many}`;

/** `297 points`, `12,300+ points`. */
export const pointsSaid = (points: number) => of(atLeast(points, 1000), 'point', 'points');
/** `1 ballot`, `3 ballots`, `120+ ballots`. */
export const ballotsSaid = (voters: number) => of(atLeast(voters, 100), 'ballot', 'ballots');
/** `1 item`, `120+ items`. */
export const itemsSaid = (entries: number) => of(atLeast(entries, 100), 'item', 'items');
/** `1 person voted`, `3 people voted`. */
export const votersSaid = (voters: number) => of(atLeast(voters, 100), 'person voted', 'people voted');
