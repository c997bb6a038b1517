import { use, useSyncExternalStore } from 'react';
import { RenderingContext, rendered } from './rendered.ts';

const minuteOf = (at: number) => Math.floor(at / 60_000) * 60_000;
const thisMinute = () => minuteOf(Date.now());
const atRendering = () => (rendered ? minuteOf(rendered.at) : thisMinute());
const never = () => () => {};

/** The time in milliseconds, to the minute. What the server rendered is first read again at the server's time. */
export const useNow: () => number = import.meta.env.SSR
  ? () => minuteOf(use(RenderingContext)?.at ?? Date.now())
  : () => useSyncExternalStore(never, thisMinute, atRendering);
