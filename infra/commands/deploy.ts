import { buildEverything } from '#infra/build/everything.ts';
import { checkedAddress, checkedEngine } from '#infra/stacks/settings.ts';
import { readTiles } from '#shared/places/tiles.ts';
import { type Account, concurrencyWarning, findAccount } from './deployment/account.ts';
import { cdk } from './deployment/cdk.ts';
import { domainCertificate } from './deployment/certificate.ts';
import { appContext } from './deployment/context.ts';
import { estimateLines, prices } from './deployment/costs.ts';
import { gatherSearch } from './deployment/gather-search.ts';
import { readOptions, type Stage } from './deployment/options.ts';
import { type Deployed, describeStack, findDeployed, isBootstrapped } from './deployment/outputs.ts';
import { publishAssets, publishSite } from './deployment/publish.ts';
import { smokeTest } from './deployment/smoke.ts';
import { refuseTroubledStacks } from './deployment/troubled-stacks.ts';
import { command, say } from './terminal.ts';

/** Says what will come to be where, before anything does. */
async function announce(target: Stage, account: Account): Promise<void> {
  const { stage, region, emulator } = target;
  const isNew = !(await describeStack(region, stage, 'web'));
  say(`${isNew ? 'Creating' : 'Updating'} stage '${stage}' in account ${account.id}, region ${region}`);
  say(`as ${account.caller}`);
  if (emulator)
    say(`AWS_ENDPOINT_URL is set: this goes to ${emulator} instead of AWS. Left out there: the monthly budget.`);
  say('Four stacks: data (table, accounts), api (gateway, five functions), web (bucket, edge), monitoring.');
  say(`What a month may cost (us-east-1, prices of ${prices.date}; arithmetic in the README):`);
  for (const line of estimateLines()) say(line);
  await refuseTroubledStacks(region, stage);
  const warning = await concurrencyWarning(region).catch(() => undefined);
  if (warning) say(warning);
}

/** Asks for the domain's certificate; undefined while DNS does not prove yet whose the domain is. */
async function certificateOf(domain: string): Promise<string | undefined> {
  const certificate = await domainCertificate(domain);
  if (certificate.issued) return certificate.arn;
  say(`\nThe certificate of ${domain} is not issued yet (${certificate.status}).`);
  if (certificate.record)
    say(`Add this DNS record:\n\n  ${certificate.record.name}  CNAME  ${certificate.record.value}\n`);
  else say('Its DNS record is not known yet: repeat this command in a minute.');
  say(`Repeat this command once it is there. Until then the site is deployed under the edge’s own name.\n`);
  return undefined;
}

function nextSteps(
  { url, edgeName }: Deployed,
  target: Stage,
  wished: { email?: string; domain?: string; mailFrom?: string },
): void {
  say(`\n${url}\n`);
  say('Next:');
  say('  1. Open it and sign up: yours is the first account. The code comes by mail.');
  if (wished.email) say(`  2. Confirm the mail that AWS sends to ${wished.email}; alarms come there from then on.`);
  else say('  2. Add -- --email you@example.org to be told of alarms, and when a month gets dear.');
  if (wished.domain) say(`  3. Point ${wished.domain} at the edge:  ${wished.domain}  CNAME  ${edgeName}`);
  else say('  3. A domain of your own: npm run deploy -- --domain reviews.example.org');
  if (wished.mailFrom)
    say(
      `  4. Confirm the mail that AWS sends to ${wished.mailFrom}; ask for production access to SES to mail to anybody.`,
    );
  else say('  4. Digests by mail: npm run deploy -- --mail-from notes@example.org');
  say(
    `  Look into it: npm run logs -- --stage ${target.stage}. Remove it: npm run destroy -- --stage ${target.stage}.`,
  );
}

command(async () => {
  const { values, ...target } = readOptions(
    ['domain', 'email', 'budget', 'mail-from', 'tiles', 'tiles-by', 'ask', 'ask-model', 'search'],
    ['no-domain'],
  );
  const { stage, region, emulator } = target;
  if (values['mail-from']) checkedAddress(values['mail-from']);
  if (values.search) checkedEngine(values.search);
  readTiles(values.tiles, values['tiles-by']);
  if (values.domain && values['no-domain']) throw new Error('--domain and --no-domain are asked for at once: which?');
  const account = await findAccount(region);
  process.env.CDK_DEFAULT_ACCOUNT = account.id;
  await announce(target, account);
  const certificateArn = values.domain ? await certificateOf(values.domain) : undefined;

  say('\nBuilding …');
  await buildEverything();
  if (!(await isBootstrapped(region))) {
    say('Preparing the account for deployments (once) …');
    await cdk(['bootstrap', `aws://${account.id}/${region}`]);
  }
  // The pages that go live with the functions name these files.
  const before = await describeStack(region, stage, 'web');
  if (before?.outputs.BucketName) await publishAssets(region, before.outputs.BucketName);
  say('Deploying …');
  const context = await appContext(target, { ...values, certificateArn, noDomain: values['no-domain'] });
  await cdk(['deploy', '--all', '--require-approval', 'never'], context);

  const deployed = await findDeployed(region, stage);
  say(`Published ${await publishSite(region, deployed, emulator, readTiles(context.tiles, context.tilesBy))} files`);
  await gatherSearch(region, stage);
  say(`Asked it ${await smokeTest(deployed, emulator)} things: all as they should be`);
  nextSteps(deployed, target, { email: context.email, domain: context.domain, mailFrom: context.mailFrom });
});
