import { noteRemake } from '#functions/search/reader.ts';
import { auditSettled } from './audit-settled.ts';
import { confirm } from './confirm.ts';
import { findAccount } from './deployment/account.ts';
import { gatherSearch } from './deployment/gather-search.ts';
import { holdWrites } from './deployment/hold-writes.ts';
import { readOptions } from './deployment/options.ts';
import { findDeployed } from './deployment/outputs.ts';
import { restoreFacts } from './deployment/restore-facts.ts';
import { tableBeside } from './deployment/table-beside.ts';
import { command, say } from './terminal.ts';

/** Brings a backup, or a moment, back as a table beside the one in use; with --into-use, what it holds into that one. */
command(async () => {
  const { stage, region, values } = readOptions(['backup', 'at', 'table', 'confirm'], ['into-use']);
  await findAccount(region);
  const { backup, at, table } = values;
  if (values['into-use'])
    await confirm(
      stage,
      `What was contributed to stage '${stage}' since then will be gone; what was changed or removed since comes back. Accounts stay as they are.`,
      values.confirm,
    );
  const beside = await tableBeside({ stage, region, backup, at, table });
  const again = `npm run restore -- --stage ${stage} --table ${beside} --into-use`;
  if (!values['into-use']) {
    say(`Done: table ${beside}. Nothing uses it yet.`);
    say(`  Look at it:      TABLE_NAME=${beside} npm run audit`);
    say(`  Go back to it:   ${again}`);
    return;
  }
  const { tableName } = await findDeployed(region, stage);
  process.env.TABLE_NAME = tableName;
  const { differences } = await holdWrites(region, stage, async () => {
    const { facts, deleted } = await restoreFacts(beside, (rows) => say(`${rows} facts …`));
    say(`${facts} facts are as they were then; ${deleted} that came since are gone`);
    await noteRemake();
    return auditSettled();
  });
  await gatherSearch(region, stage);
  if (differences.length > 0)
    throw new Error(`${differences.length} counts differ: npm run rebuild -- --stage ${stage} makes them anew`);
  say(`The counts follow from them. Table ${beside} is still there: remove it when you no longer need it.`);
});
