type Stretch<T> = { rows: T[]; last: string | undefined };

/** So many stretches of a list are read at most, where all of them are hidden. */
const stretchesAtMost = 5;

/**
 * The first rows of a list that are shown, `most` at most: a stretch of it after the other, since somebody who is muted may
 * have filled many. Where the first has enough it is one request, as it is where the list ends there.
 */
export async function unhidden<T>(
  stretchAfter: (after: string | undefined) => Promise<Stretch<T>>,
  isShown: (row: T) => boolean,
  most: number,
  stretches = stretchesAtMost,
): Promise<T[]> {
  const found: T[] = [];
  let after: string | undefined;
  for (let n = 0; n < stretches; n++) {
    const { rows, last } = await stretchAfter(after);
    found.push(...rows.filter(isShown));
    after = last;
    if (found.length >= most || after === undefined) break;
  }
  return found.slice(0, most);
}
