import type { Node } from 'constructs';

/** What one deployment differs by from another. */
export type Settings = {
  /** Several deployments live in one account under different stages. */
  stage: string;
  region: string;
  account?: string;
  /** Where alarms and the budget's warnings go. */
  email?: string;
  /** US dollars a month beyond which a mail is sent. */
  budget: number;
  /** The site's own name, with its certificate in us-east-1. */
  domain?: { name: string; certificateArn: string };
  /** Another system than AWS that speaks its protocols: functions call it, and what it cannot create is left out. */
  emulator?: { endpoint: string };
};

const stagePattern = /^[a-z][a-z0-9-]{0,19}$/;

/** @throws a sentence for the terminal where a stage cannot be part of every name */
export function checkedStage(stage: string): string {
  if (stagePattern.test(stage)) return stage;
  throw new Error(`The stage '${stage}' is no name: take up to 20 small letters, digits and dashes, a letter first`);
}

/** Reads the settings that the commands hand to the app as context (`-c stage=…`). */
export function readSettings(node: Node): Settings {
  const text = (name: string): string | undefined => {
    const value: unknown = node.tryGetContext(name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const domain = text('domain');
  const certificateArn = text('certificateArn');
  const endpoint = text('emulatorEndpoint');
  const budget = Number(text('budget') ?? 10);
  if (!(budget > 0)) throw new Error('The budget is an amount of US dollars a month');
  return {
    stage: checkedStage(text('stage') ?? 'prod'),
    region: text('region') ?? process.env.CDK_DEFAULT_REGION ?? 'us-east-1',
    account: process.env.CDK_DEFAULT_ACCOUNT,
    email: text('email'),
    budget,
    ...(domain && certificateArn ? { domain: { name: domain, certificateArn } } : {}),
    ...(endpoint ? { emulator: { endpoint } } : {}),
  };
}
