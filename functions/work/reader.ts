export {
  itemWorkerContributions,
  workContributions,
  workerOfProfile,
  workerStandingContributions,
} from './projection.ts';
export { workStandings } from './standings.ts';
export type { ItemWorkerStanding, WorkerStanding, WorkMonthStanding, WorkStandings } from './table.ts';
