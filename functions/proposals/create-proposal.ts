import type { Handler } from '#functions/http/handler.ts';
import { propose } from './propose.ts';

export const createProposal: Handler<'createProposal'> = ({ body, idempotencyKey }, context) =>
  propose({ ...body, idempotencyKey }, context);
