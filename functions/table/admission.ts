import { AsyncLocalStorage } from 'node:async_hooks';

const admissions = new AsyncLocalStorage<Promise<unknown> | undefined>();

/**
 * Runs work whose writes wait until `admission` resolves, and fail as it does. What the work reads first it reads
 * meanwhile, so that being admitted costs no time of its own.
 */
export function withAdmission<T>(admission: Promise<unknown>, work: () => Promise<T>): Promise<T> {
  // Work that never writes never asks.
  admission.catch(() => {});
  return admissions.run(admission, work);
}

/** Runs what is written before anybody is admitted. */
export const beforeAdmission = <T>(work: () => Promise<T>): Promise<T> => admissions.run(undefined, work);

/** Resolves when the request at hand may write; at once where nobody asked. */
export const admitted = (): Promise<unknown> | undefined => admissions.getStore();
