import { makeIndex } from '#functions/search/make-index.ts';
import { searchStore } from '#functions/search/store.ts';
import { againstDatabase } from './against.ts';
import { gatherSearch } from './deployment/gather-search.ts';
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
    const store = searchStore();
    if (named) await gatherSearch(named.region, named.stage);
    else if (store) say(`Search goes by them: ${(await makeIndex({ store })).head.documents} things can be found`);
  }),
);
