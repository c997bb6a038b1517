import { makeDump } from '#functions/dumps/make-dump.ts';
import { DataDirectory } from '#infra/local/data-directory.ts';
import { folderBucket } from '#infra/local/folder-bucket.ts';
import { dumpIndexKey, dumpKey } from '#shared/dumps/rules.ts';
import { againstDatabase } from './against.ts';
import { describeDump, rowsTold, stageDump } from './deployment/dump.ts';
import { command, say } from './terminal.ts';

/** The public dump of the local data into its folder or, where a stage is named, of a deployed one into its bucket. */
command(async () => {
  await againstDatabase(async (named) => {
    if (named) return stageDump(named.region, named.deployed);
    const data = new DataDirectory('.data');
    const manifest = await makeDump({ bucket: folderBucket(data.path), onPage: rowsTold() });
    describeDump(manifest, data.file(dumpKey(manifest.name, '')));
    say(`The site lists it under “Take it away”; all that are kept: ${data.file(dumpIndexKey)}`);
  });
});
