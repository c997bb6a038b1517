import { rebuild } from '#functions/projections/rebuild.ts';
import { againstDatabase } from './against.ts';
import { command, say } from './terminal.ts';

command(() =>
  againstDatabase(async () => {
    const { facts, rows } = await rebuild();
    say(`${rows} projected rows rebuilt from ${facts} facts`);
  }),
);
