// For what changes readings besides saves; what is saved all the time does without.

export { changeReadings } from '../progress.ts';
