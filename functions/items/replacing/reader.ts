/** Apart from the reader of items, since it is seldom wanted. */
export { type Attributes, replacementWrites } from './table.ts';
