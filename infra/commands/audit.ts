import { againstDatabase } from './against.ts';
import { auditSettled } from './audit-settled.ts';
import { command, say } from './terminal.ts';

command(() =>
  againstDatabase(async () => {
    const { checked, differences, inconsistent, unfit, setAside } = await auditSettled();
    for (const fact of unfit) say(`Counted nowhere, since nothing can be made of it: ${fact}`);
    for (const change of setAside) say(`Set aside by the projector (npm run rebuild makes up for it): ${change}`);
    for (const difference of differences) say(difference);
    for (const what of inconsistent) say(`Facts that do not fit each other, which no rebuild mends: ${what}`);
    say(
      `${checked} projected rows checked, ${differences.length} differ; ${inconsistent.length} facts do not fit others`,
    );
    if (differences.length + inconsistent.length > 0) process.exitCode = 1;
  }),
);
