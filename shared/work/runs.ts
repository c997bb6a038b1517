/** The longest run of days in a row among these, given in order as `YYYY-MM-DD`. */
export function longestRun(days: readonly string[]): number {
  let longest = 0;
  let run = 0;
  let before = Number.NaN;
  for (const day of days) {
    const at = Date.parse(day) / 86_400_000;
    run = at === before + 1 ? run + 1 : 1;
    before = at;
    longest = Math.max(longest, run);
  }
  return longest;
}
