import type { Method } from '../operation.ts';

/**
 * What somebody who is banned may still do: read, take back what they gave, take theirs with them, leave, and appeal where
 * the contract says so.
 */
export function mayWhileBanned({ method, evenBanned }: { method: Method; evenBanned?: boolean }): boolean {
  return method === 'GET' || method === 'DELETE' || evenBanned === true;
}

/** How a refusal says that somebody is banned. */
export function banWords({ until, reason, act }: { until: string; reason: string; act: string }): string {
  return `You are banned until ${until}: ${reason} (/moderation/${act})`;
}
