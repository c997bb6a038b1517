import type { Node } from 'constructs';

/** What one deployment differs by from another. */
export type Settings = {
  /** Several deployments live in one account under different stages. */
  stage: string;
  region: string;
  account?: string;
  /** Where alarms and the budget's warnings go. */
  email?: string;
  /** The address that digests are sent from; without one no mail is sent. */
  mailFrom?: string;
  /** Where the pictures of maps come from, a template or `none`, and whose they are; without them OpenStreetMap’s. */
  tiles?: string;
  tilesBy?: string;
  /** The model of Amazon Bedrock that reads questions which rules do not; without one no model is asked. */
  askModel?: string;
  /** US dollars a month beyond which a mail is sent. */
  budget: number;
  /** The site's own name, with its certificate in us-east-1. */
  domain?: { name: string; certificateArn: string };
  /** What finds things: the engine in the functions' memory, or an OpenSearch domain beside the table. */
  search: 'embedded' | 'opensearch';
  /** Another system than AWS that speaks its protocols: functions call it, and what it cannot create is left out. */
  emulator?: { endpoint: string };
};

const stagePattern = /^[a-z][a-z0-9-]{0,19}$/;

/** @throws a sentence for the terminal where a stage cannot be part of every name */
export function checkedStage(stage: string): string {
  if (stagePattern.test(stage)) return stage;
  throw new Error(`The stage '${stage}' is no name: take up to 20 small letters, digits and dashes, a letter first`);
}

/** @throws a sentence for the terminal where a text is no mail address */
export function checkedAddress(address: string): string {
  if (/^[^\s@<>"*]{1,64}@[^\s@<>"*]{1,255}$/.test(address)) return address;
  throw new Error(`'${address}' is no mail address to send from`);
}

/** @throws a sentence for the terminal where a text cannot be a model or an inference profile of Bedrock */
export function checkedModel(model: string): string {
  if (/^[a-z0-9][a-z0-9.-]{2,80}(?::\d{1,3})?$/.test(model)) return model;
  throw new Error(`'${model}' is no model of Amazon Bedrock; amazon.nova-micro-v1:0 is one`);
}

/** @throws a sentence for the terminal where there is no such engine */
export function checkedEngine(engine: string): Settings['search'] {
  if (engine === 'embedded' || engine === 'opensearch') return engine;
  throw new Error(`--search is embedded (in the functions’ memory) or opensearch, not '${engine}'`);
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
    ...(text('mailFrom') ? { mailFrom: checkedAddress(text('mailFrom') ?? '') } : {}),
    ...(text('tiles') ? { tiles: text('tiles') } : {}),
    ...(text('tilesBy') ? { tilesBy: text('tilesBy') } : {}),
    ...(text('askModel') ? { askModel: checkedModel(text('askModel') ?? '') } : {}),
    budget,
    search: checkedEngine(text('search') ?? 'embedded'),
    ...(domain && certificateArn ? { domain: { name: domain, certificateArn } } : {}),
    ...(endpoint ? { emulator: { endpoint } } : {}),
  };
}
