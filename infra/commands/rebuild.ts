import { rebuild } from '#functions/projections/rebuild.ts';
import { againstDatabase } from './against.ts';
import { auditSettled } from './audit-settled.ts';
import { command, say } from './terminal.ts';

command(() =>
  againstDatabase(async () => {
    // A fact still on its way would be counted here and once more when it arrives.
    await auditSettled();
    const { facts, rows, unfit } = await rebuild();
    for (const fact of unfit) say(`Counted nowhere, since nothing can be made of it: ${fact}`);
    say(`${rows} projected rows rebuilt from ${facts} facts`);
  }),
);
