import { createInterface } from 'node:readline/promises';
import { say } from './terminal.ts';

/** Has the person type the stage's name: a yes is too quickly said. @throws where it is another */
export async function confirm(stage: string, what: string, given: string | undefined): Promise<void> {
  say(what);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = given ?? (await terminal.question(`Type the stage's name, ${stage}, to go on: `));
  terminal.close();
  if (answer.trim() !== stage) throw new Error('That is not its name: nothing was done');
}
