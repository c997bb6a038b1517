import { parseArgs } from 'node:util';
import { checkedStage } from '#infra/stacks/settings.ts';

/** What every command about a deployment takes. */
export type Stage = { stage: string; region: string; emulator: string | undefined };

/** Another system than AWS that these commands talk to, if the environment says so: the SDK's own variable. */
export const emulatorEndpoint = () => process.env.AWS_ENDPOINT_URL || undefined;

/** Reads a command's options; `--stage` and `--region` hold for all. */
export function readOptions<Names extends string, Flags extends string>(
  names: readonly Names[],
  flags: readonly Flags[] = [],
): Stage & { values: Partial<Record<Names, string>> & Record<Flags, boolean> } {
  const { values } = parseArgs({
    options: {
      stage: { type: 'string' as const },
      region: { type: 'string' as const },
      ...Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
      ...Object.fromEntries(flags.map((name) => [name, { type: 'boolean' as const }])),
    },
  });
  const given = values as Record<string, string | boolean | undefined>;
  const region = given.region ?? process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION;
  if (typeof region !== 'string')
    throw new Error('Which region? Set AWS_REGION, or add -- --region eu-central-1 (any region with Lambda will do)');
  if (!/^[a-z]{2}(-[a-z]+)+-\d$/.test(region)) throw new Error(`'${region}' is no region; eu-central-1 is one`);
  process.env.AWS_REGION = region;
  return {
    stage: checkedStage(String(given.stage ?? 'prod')),
    region,
    emulator: emulatorEndpoint(),
    values: given as Partial<Record<Names, string>> & Record<Flags, boolean>,
  };
}
