import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { addressName, spend } from '#functions/limits/reader.ts';
import { environment } from '#functions/runtime/environment.ts';
import { type LimitName, usualLimits } from '#shared/limits/rules.ts';
import type { Operation } from '#shared/operation.ts';
import type { Caller } from './handler.ts';

/** The visitor's address. The edge puts it before its own; whoever does not come through the edge is the sender itself. */
export function addressOf({ headers, requestContext }: APIGatewayProxyEventV2): string {
  const { edgeKey } = environment;
  const isFromEdge = edgeKey !== undefined && headers['x-commonplace-edge'] === edgeKey;
  const viewer = isFromEdge ? headers['x-forwarded-for']?.split(',').at(-2)?.trim() : undefined;
  return viewer || requestContext.http.sourceIp;
}

/** Whom each limit counts. */
const counted: Record<LimitName, 'person' | 'address'> = {
  person: 'person',
  address: 'address',
  arrivals: 'address',
  imports: 'person',
};

/**
 * Admits a write by the limits of its contract.
 * @throws too_many_requests
 */
export async function admit(
  { limits = usualLimits }: Operation,
  event: APIGatewayProxyEventV2,
  { personId }: Caller,
  now: Date,
): Promise<void> {
  const who = { person: personId, address: addressName(addressOf(event)) };
  await Promise.all(limits.map((limit) => spend(limit, who[counted[limit]], now)));
}
