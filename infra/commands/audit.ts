import { againstDatabase } from './against.ts';
import { auditSettled } from './audit-settled.ts';
import { command, say } from './terminal.ts';

command(() =>
  againstDatabase(async () => {
    const { checked, differences } = await auditSettled();
    for (const difference of differences) say(difference);
    say(`${checked} projected rows checked, ${differences.length} differ`);
    if (differences.length > 0) process.exitCode = 1;
  }),
);
