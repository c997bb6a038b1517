/** How far somebody is towards a goal on a day of its year, or once it is over. */
export type GoalProgress = {
  /** 0 to 1, and no more where more was done. */
  share: number;
  done: boolean;
  /** How many more it would take to be as far as the year is; negative where somebody is ahead. Undefined out of the year. */
  behind?: number;
};

/** Where somebody stands with a goal on `today` (a day). */
export function goalProgress(year: string, target: number, finished: number, today: string): GoalProgress {
  const share = Math.min(1, finished / target);
  const done = finished >= target;
  if (!today.startsWith(`${year}-`)) return { share, done };
  const from = Date.parse(`${year}-01-01`);
  const passed = (Date.parse(today) - from) / (Date.parse(`${Number(year) + 1}-01-01`) - from);
  return { share, done, behind: Math.floor(passed * target) - finished };
}
