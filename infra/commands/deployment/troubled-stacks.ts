import { describeStack, stackNames } from './outputs.ts';

/** What to do about a stack that cannot be deployed to as it stands; undefined where it can. */
export function adviceFor(stack: string, status: string): string | undefined {
  if (status === 'REVIEW_IN_PROGRESS') return undefined;
  if (status.endsWith('_IN_PROGRESS'))
    return `${stack} is being changed just now (${status}). Wait until that is over, then repeat this command.`;
  if (status === 'UPDATE_ROLLBACK_FAILED')
    return `An earlier update of ${stack} failed, and so did the way back. In the CloudFormation console choose the stack, Stack actions, Continue update rollback; then repeat this command.`;
  if (status === 'DELETE_FAILED')
    return `${stack} could not be removed altogether (${status}). Its events in the CloudFormation console say what is in the way; remove that, then run npm run destroy again.`;
  return undefined;
}

/** @throws what to do where a stack of the stage is in no state to be deployed to */
export async function refuseTroubledStacks(region: string, stage: string): Promise<void> {
  for (const name of stackNames) {
    const found = await describeStack(region, stage, name);
    const advice = found && adviceFor(`commonplace-${stage}-${name}`, found.status);
    if (advice) throw new Error(advice);
  }
}
