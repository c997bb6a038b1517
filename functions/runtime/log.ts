const levels = { info: 0, warn: 1, error: 2 };

/** Writes one structured line to the log: JSON, never with user text, tokens or addresses. LOG_LEVEL drops the lesser ones. */
export function log(level: keyof typeof levels, message: string, fields: Record<string, unknown> = {}): void {
  const least = process.env.LOG_LEVEL;
  if (least === 'silent' || (least && levels[level] < (levels[least as keyof typeof levels] ?? 0))) return;
  process.stdout.write(`${JSON.stringify({ level, message, ...fields })}\n`);
}

/** An error as log fields: its name, message and stack, without what it may carry besides. */
export function errorFields(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  return { error: error.name, detail: error.message, stack: error.stack };
}
