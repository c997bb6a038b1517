/** Runs a step for every value, at most `limit` at once; answers in the order of the values. The first failure ends it. */
export async function atMost<T, R>(
  limit: number,
  values: readonly T[],
  step: (value: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  let failed = false;
  const lane = async () => {
    while (next < values.length && !failed) {
      const at = next++;
      try {
        results[at] = await step(values[at] as T, at);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const lanes = Array.from({ length: Math.min(limit, values.length) }, lane);
  // No step may still be running when the failure is answered.
  await Promise.allSettled(lanes);
  await Promise.all(lanes);
  return results;
}
