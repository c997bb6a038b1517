export { leaveReviews } from './table.ts';
