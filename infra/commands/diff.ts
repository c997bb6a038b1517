import { buildEverything } from '#infra/build/everything.ts';
import { findAccount } from './deployment/account.ts';
import { cdk } from './deployment/cdk.ts';
import { appContext } from './deployment/context.ts';
import { readOptions } from './deployment/options.ts';
import { command } from './terminal.ts';

/** What the next deployment would change. */
command(async () => {
  const { values, ...target } = readOptions(['email', 'budget']);
  const account = await findAccount(target.region);
  process.env.CDK_DEFAULT_ACCOUNT = account.id;
  await buildEverything();
  await cdk(['diff', '--all'], await appContext(target, values));
});
