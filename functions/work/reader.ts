export {
  itemWorkerContributions,
  workContributions,
  workerOfProfile,
  workerStandingContributions,
} from './projection.ts';
export { workStandings } from './standings.ts';
export type { WorkMonthStanding, WorkStandings } from './table.ts';
