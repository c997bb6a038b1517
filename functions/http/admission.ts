import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { addressName, spend } from '#functions/limits/reader.ts';
import { rememberedBan } from '#functions/moderation/bans/table.ts';
import { AppError } from '#shared/app-error.ts';
import { type LimitName, usualLimits } from '#shared/limits/rules.ts';
import { banWords, mayWhileBanned } from '#shared/moderation/bans.ts';
import type { Operation } from '#shared/operation.ts';
import { isFromEdge } from './edge.ts';
import type { Caller } from './handler.ts';

/** The visitor's address. The edge puts it before its own; whoever does not come through the edge is the sender itself. */
export function addressOf(event: APIGatewayProxyEventV2): string {
  const viewer = isFromEdge(event) ? event.headers['x-forwarded-for']?.split(',').at(-2)?.trim() : undefined;
  return viewer || event.requestContext.http.sourceIp;
}

/** Whom each limit counts. */
const counted: Record<LimitName, 'person' | 'address'> = {
  person: 'person',
  address: 'address',
  arrivals: 'address',
  imports: 'person',
  sessions: 'address',
  wrongTokens: 'address',
  sends: 'person',
  flags: 'person',
  proofs: 'person',
};

/**
 * Admits a write by the limits of its contract.
 * @throws too_many_requests
 */
export async function admit(
  { limits = usualLimits }: Operation,
  event: APIGatewayProxyEventV2,
  caller: Caller | undefined,
  now: Date,
): Promise<void> {
  const who = { person: caller?.personId, address: addressName(addressOf(event)) };
  await Promise.all(
    limits.map((limit) => {
      const counts = who[counted[limit]];
      return counts && spend(limit, counts, now);
    }),
  );
}

/**
 * Refuses what somebody who is banned may not do. Asked beside the operation's own reads, of the bans in the person's row,
 * which an instance remembers for half a minute; nothing is asked for what takes something back. @throws banned
 */
export async function refuseBanned(operation: Operation, { personId }: Caller, now: Date): Promise<void> {
  if (mayWhileBanned(operation)) return;
  const ban = await rememberedBan(personId, now);
  if (ban) throw new AppError('banned', banWords(ban));
}
