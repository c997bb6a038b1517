/** A stable error code. Each belongs to one capability's `errors.ts`. */
export type ErrorCode = keyof typeof statusOf;

import { areaErrors } from './areas/errors.ts';
import { askErrors } from './ask/errors.ts';
import { claimErrors } from './claims/errors.ts';
import { comparisonErrors } from './comparisons/errors.ts';
import { discussionErrors } from './discussions/errors.ts';
import { followErrors } from './follows/errors.ts';
import { httpErrors } from './http/errors.ts';
import { importErrors } from './imports/errors.ts';
import { itemErrors } from './items/errors.ts';
import { listErrors } from './lists/errors.ts';
import { moderationErrors } from './moderation/errors.ts';
import { muteErrors } from './mutes/errors.ts';
import { notificationErrors } from './notifications/errors.ts';
import { oddsErrors } from './odds/errors.ts';
import { peopleErrors } from './people/errors.ts';
import { placeErrors } from './places/errors.ts';
import { proposalErrors } from './proposals/errors.ts';
import { rankingErrors } from './ranking/errors.ts';
import { replyErrors } from './replies/errors.ts';
import { reviewErrors } from './reviews/errors.ts';
import { revisionErrors } from './revisions/errors.ts';
import { saveErrors } from './saves/errors.ts';
import { searchErrors } from './search/errors.ts';
import { sessionErrors } from './sessions/errors.ts';
import { tagErrors } from './tags/errors.ts';
import { tokenErrors } from './tokens/errors.ts';
import { trustErrors } from './trust/errors.ts';
import { voteErrors } from './votes/errors.ts';
import { watchErrors } from './watches/errors.ts';
import { workErrors } from './work/errors.ts';

/** The one table from error code to HTTP status and title. */
export const statusOf = {
  ...httpErrors,
  ...peopleErrors,
  ...itemErrors,
  ...reviewErrors,
  ...voteErrors,
  ...tagErrors,
  ...saveErrors,
  ...rankingErrors,
  ...listErrors,
  ...importErrors,
  ...sessionErrors,
  ...tokenErrors,
  ...followErrors,
  ...muteErrors,
  ...revisionErrors,
  ...proposalErrors,
  ...discussionErrors,
  ...watchErrors,
  ...notificationErrors,
  ...trustErrors,
  ...moderationErrors,
  ...workErrors,
  ...oddsErrors,
  ...searchErrors,
  ...askErrors,
  ...placeErrors,
  ...areaErrors,
  ...claimErrors,
  ...replyErrors,
  ...comparisonErrors,
} as const satisfies Record<string, { status: number; title: string }>;

/** One field that was refused: where it stands in the input, and why. */
export type FieldProblem = { path: string; message: string };

/** Every refusal the system makes. Anything else thrown is a 500 without detail. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly fields: FieldProblem[] | undefined;
  /** Seconds after which asking again may help. */
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, detail?: string, fields?: FieldProblem[], retryAfter?: number) {
    super(detail ?? statusOf[code].title);
    this.name = 'AppError';
    this.code = code;
    this.status = statusOf[code].status;
    this.fields = fields;
    this.retryAfter = retryAfter ?? (this.status === 503 ? 1 : undefined);
  }
}
