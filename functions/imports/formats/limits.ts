import { AppError } from '#shared/app-error.ts';

export const maxRows = 20_000;

/** @throws import_too_long */
export function atMostRows(count: number): void {
  if (count > maxRows) throw new AppError('import_too_long', `An import takes at most ${maxRows} rows`);
}
