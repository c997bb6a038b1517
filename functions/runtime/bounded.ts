import { createContext, Script } from 'node:vm';

const calling = new Script('run()');
const around: { run?: () => void } = createContext({});
/** However busy a machine is, nobody waits for longer, in milliseconds. */
const mostWaited = 20_000;

/** How long this process has worked, in milliseconds: on a busy machine that is less than what went by. */
export function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Does what a stranger's text decides about and breaks it off after so many milliseconds of work: nothing else ends a loop
 * in one's own thread. What a busy machine kept from working is begun again with more patience, so `work` must leave
 * nothing behind. Sees no console: what is wrong with the text is its writer's to know, not the log's.
 * @throws what `work` throws, or that it took too long (`tookTooLong`)
 */
export function bounded<T>(milliseconds: number, work: () => T): T {
  for (let patience = milliseconds; ; patience *= 4) {
    const before = worked();
    try {
      return once(patience, work);
    } catch (error) {
      if (!tookTooLong(error) || worked() - before >= milliseconds / 2 || patience >= mostWaited) throw error;
    }
  }
}

function once<T>(milliseconds: number, work: () => T): T {
  let answer: { value: T } | undefined;
  around.run = () => {
    answer = { value: work() };
  };
  const said = { ...console };
  for (const loud of ['log', 'info', 'warn', 'error'] as const) console[loud] = () => {};
  try {
    calling.runInContext(around, { timeout: milliseconds });
  } finally {
    Object.assign(console, said);
    delete around.run;
  }
  if (!answer) throw new Error('nothing was done');
  return answer.value;
}

/** Whether this is what `bounded` throws where it broke off. */
export const tookTooLong = (error: unknown): boolean =>
  (error as { code?: unknown } | null)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
