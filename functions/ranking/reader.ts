export { rankingEntries } from './projection.ts';
export { itemsAdded } from './table.ts';
