export { removeInbox as emptyInbox } from './table.ts';
