import type { ErrorCode } from '#shared/app-error.ts';
import type { Problem } from '#shared/http/problem.ts';
import { ProblemError } from './problem.ts';

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
