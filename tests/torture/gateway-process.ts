import { handler as read } from '#functions/read.ts';
import { handler as write } from '#functions/write.ts';
import { poolRules } from '#infra/local/authorizer.ts';
import { startGateway } from '#infra/local/gateway.ts';
import { type GatewayOrders, ordersOf, tell } from './messages.ts';

// The local gateway with the functions behind it, as a process that can be killed.
const { port, ...pool } = ordersOf<GatewayOrders>();
await startGateway({
  port,
  tokens: poolRules(pool),
  functions: { read, write },
  onFault: (error) =>
    tell({ is: 'trouble', what: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
});
tell({ is: 'ready' });
