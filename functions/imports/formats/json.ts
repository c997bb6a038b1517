import { AppError } from '#shared/app-error.ts';
import { atMostRows } from './limits.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** @throws import_unreadable */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new AppError('import_unreadable', 'The file begins like JSON and is none: it may have been cut off');
  }
}

/** An object and no list; anything else is empty, so that what is missing and what is not one read alike. */
export function objectOf(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The records of a file that is one list. @throws import_too_long */
export function recordsOf(file: unknown): JsonObject[] {
  const records = listOf(file);
  atMostRows(records.length);
  return records.map(objectOf);
}
