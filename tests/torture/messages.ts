import type { BatchFault } from './disorder.ts';

/** What the harness tells a process when it starts it: in the environment, as JSON. */
export type GatewayOrders = { port: number; issuer: string; jwksUrl: string; clientId: string };
export type ProjectorOrders = { seed: number; positionFile: string };

/** What a process says to the harness. */
export type Said =
  | { is: 'ready' }
  | { is: 'fault'; fault: BatchFault }
  | { is: 'drained' }
  | { is: 'trouble'; what: string };
/** What the harness says to a projector. */
export type Order = 'drain';

/** Reads the orders this process was started with, and ends it when the harness is gone. */
export function ordersOf<T>(): T {
  process.on('disconnect', () => process.exit());
  return JSON.parse(process.env.TORTURE_ORDERS ?? '{}') as T;
}

/** Tells the harness. */
export function tell(said: Said): void {
  process.send?.(said);
}
