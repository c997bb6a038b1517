export { rankingEntries } from './projection.ts';
