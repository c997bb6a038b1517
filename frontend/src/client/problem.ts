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

/** Reads a refused response; an answer that is no problem document becomes one without detail. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => undefined);
  if (typeof body === 'object' && body !== null && 'code' in body && 'title' in body) {
    return new ProblemError({ type: 'about:blank', status: response.status, ...body } as Problem);
  }
  const code: ErrorCode =
    response.status === 401
      ? 'sign_in_required'
      : response.status === 503 || response.status === 429
        ? 'try_again'
        : 'internal_error';
  const title =
    code === 'sign_in_required'
      ? 'Sign in to do this'
      : code === 'try_again'
        ? 'The system is busy; asking again is safe'
        : 'Something went wrong on our side';
  return new ProblemError({ type: 'about:blank', title, status: response.status, code });
}

/** What to tell a person about an error, in one line. */
export function messageOf(error: unknown): string {
  if (error instanceof ProblemError) return error.detail ? `${error.title}: ${error.detail}` : error.title;
  return error instanceof Error ? error.message : 'Something went wrong';
}
