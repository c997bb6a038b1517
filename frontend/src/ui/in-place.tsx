import { Fragment, type ReactNode } from 'react';

/** Parts that never change places, shown one after the other: what each of them is known by is its place. */
export function inPlace<T>(parts: readonly T[], show: (part: T, at: number) => ReactNode): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: the place is all that tells them apart
  return parts.map((part, at) => <Fragment key={at}>{show(part, at)}</Fragment>);
}
