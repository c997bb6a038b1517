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

/** What gateway and edge mean by a status, where no function of ours was reached to say it. */
const meant: Record<number, [ErrorCode, string]> = {
  401: ['sign_in_required', 'Sign in to do this'],
  403: ['sign_in_required', 'Sign in again to do this'],
  404: ['route_not_found', 'There is nothing at this address'],
  413: ['body_too_large', 'That is more than can be sent at once'],
  429: ['too_many_requests', 'Too much is asked for just now; try again in a moment'],
};
const busy: [ErrorCode, string] = ['try_again', 'The system is busy; asking again is safe'];
const broken: [ErrorCode, string] = ['internal_error', 'Something went wrong on our side'];

/** Reads a refused response; an answer that is no problem document becomes one by its status. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const { status } = response;
  const body: unknown = await response.json().catch(() => undefined);
  if (typeof body === 'object' && body !== null && 'code' in body && 'title' in body) {
    return new ProblemError({ type: 'about:blank', status, ...body } as Problem);
  }
  const [code, title] = meant[status] ?? (status > 501 ? busy : broken);
  return new ProblemError({ type: 'about:blank', title, status, code });
}

/** What to tell a person about an error, in one line. */
export function messageOf(error: unknown): string {
  if (error instanceof ProblemError) return error.detail ? `${error.title}: ${error.detail}` : error.title;
  return error instanceof Error ? error.message : 'Something went wrong';
}
