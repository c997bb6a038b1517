/** Days for which somebody counts as new here, from choosing a handle (Wikipedia's four). */
const newcomerDays = 4;

/** Whether who has a handle since a moment (ISO 8601) is new at another. */
export const isNewcomer = (since: string | undefined, now: Date): boolean =>
  since !== undefined && now.getTime() - Date.parse(since) < newcomerDays * 86_400_000;
