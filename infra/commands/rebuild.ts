import { againstDatabase } from './against.ts';
import { holdWrites } from './deployment/hold-writes.ts';
import { rebuildSettled } from './rebuild-settled.ts';
import { command, say } from './terminal.ts';

command(() =>
  againstDatabase(async (named) => {
    const { facts, rows, unfit } = await (named
      ? holdWrites(named.region, named.stage, rebuildSettled)
      : rebuildSettled());
    for (const fact of unfit) say(`Counted nowhere, since nothing can be made of it: ${fact}`);
    say(`${rows} projected rows rebuilt from ${facts} facts`);
  }),
);
