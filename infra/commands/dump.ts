import { makeDump } from '#functions/dumps/make-dump.ts';
import { DataDirectory } from '#infra/local/data-directory.ts';
import { folderBucket } from '#infra/local/folder-bucket.ts';
import { dumpIndexKey, dumpKey } from '#shared/dumps/rules.ts';
import { againstDatabase } from './against.ts';
import { findAccount } from './deployment/account.ts';
import { describeDump, rowsTold, stageDump } from './deployment/dump.ts';
import { readOptions } from './deployment/options.ts';
import { findDeployed } from './deployment/outputs.ts';
import { command, say } from './terminal.ts';

/** The public dump of the local data into its folder or, where a stage is named, of a deployed one into its bucket. */
command(async () => {
  if (process.argv.some((argument) => argument.startsWith('--stage'))) {
    const { stage, region } = readOptions([]);
    await findAccount(region);
    return stageDump(region, await findDeployed(region, stage));
  }
  await againstDatabase(async () => {
    const data = new DataDirectory('.data');
    const manifest = await makeDump({ bucket: folderBucket(data.path), onPage: rowsTold() });
    describeDump(manifest, data.file(dumpKey(manifest.name, '')));
    say(`The site lists it under “Take it away”; all that are kept: ${data.file(dumpIndexKey)}`);
  });
});
