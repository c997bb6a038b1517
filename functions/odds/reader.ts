export { isOddsRow } from './table.ts';
