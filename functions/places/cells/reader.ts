/** Apart from the reader of places: whoever only checks hours needs no cells. */
export { cellEntries } from './projection.ts';
