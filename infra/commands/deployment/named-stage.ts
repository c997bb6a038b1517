import { findAccount } from './account.ts';
import { readOptions } from './options.ts';
import { type Deployed, findDeployed } from './outputs.ts';

export type NamedStage = { stage: string; region: string; deployed: Deployed };

/** The deployed stage that the command line names with --stage, beside options of the command's own; undefined where it names none. */
export async function namedStage(options: readonly string[] = []): Promise<NamedStage | undefined> {
  if (!process.argv.some((argument) => argument.startsWith('--stage'))) return undefined;
  const { stage, region } = readOptions(options);
  await findAccount(region);
  return { stage, region, deployed: await findDeployed(region, stage) };
}
