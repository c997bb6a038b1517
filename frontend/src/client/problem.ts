import type { ErrorCode, FieldProblem } from '#shared/app-error.ts';
import type { Problem } from '#shared/http/problem.ts';

/** A refusal as the contract documents it. */
export class ProblemError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;
  readonly errors: FieldProblem[];
  readonly document: Problem;

  constructor(document: Problem) {
    super(document.detail ?? document.title);
    this.name = 'ProblemError';
    this.code = document.code as ErrorCode;
    this.status = document.status;
    this.title = document.title;
    this.detail = document.detail === document.title ? undefined : document.detail;
    this.errors = document.errors ?? [];
    this.document = document;
  }
}

/** No answer came, or none that could be read. */
export class NetworkError extends Error {
  constructor() {
    super('The server could not be reached. Check your connection and try again.');
    this.name = 'NetworkError';
  }
}

/** What to tell a person about an error, in one line. */
export function messageOf(error: unknown): string {
  if (error instanceof ProblemError) {
    const { text } = readDetail(error.detail);
    return text ? `${error.title}: ${text}` : error.title;
  }
  return error instanceof Error ? error.message : 'Something went wrong';
}

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

/** What a refusal tells programs, for people: moments in words, and the page that it names at its end apart. */
export function readDetail(detail: string | undefined): { text: string; href?: string } {
  const [, said = '', href] = /^(.*?)(?: \((\/(?!\/)[\w/-]+)\))?$/s.exec(detail ?? '') ?? [];
  const text = said.replace(/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, (iso) =>
    Number.isNaN(Date.parse(iso)) ? iso : `${moment.format(new Date(iso))} UTC`,
  );
  return { text, ...(href ? { href } : {}) };
}
