import type { Stage } from './options.ts';
import { describeStack } from './outputs.ts';

type Wishes = {
  email?: string;
  'mail-from'?: string;
  tiles?: string;
  'tiles-by'?: string;
  ask?: string;
  'ask-model'?: string;
  budget?: string;
  search?: string;
  domain?: string;
  certificateArn?: string;
  noDomain?: boolean;
};

/** What the app is told: what is wished now, else what the stage was deployed with before. */
export async function appContext(
  { stage, region, emulator }: Stage,
  wishes: Wishes,
): Promise<Record<string, string | undefined>> {
  const [web, api, monitoring] = await Promise.all([
    describeStack(region, stage, 'web'),
    describeStack(region, stage, 'api'),
    describeStack(region, stage, 'monitoring'),
  ]);
  const earlierUrl = web?.outputs.Url ? new URL(web.outputs.Url).host : undefined;
  const earlierDomain =
    web?.outputs.CertificateArn && !wishes.noDomain
      ? { domain: earlierUrl, certificateArn: web.outputs.CertificateArn }
      : {};
  const domain = wishes.certificateArn
    ? { domain: wishes.domain, certificateArn: wishes.certificateArn }
    : earlierDomain;
  return {
    stage,
    region,
    mailFrom: wishes['mail-from'] ?? api?.outputs.MailFrom,
    askModel: askModel(wishes, api?.outputs.AskModel),
    email: wishes.email ?? monitoring?.outputs.Email,
    tiles: wishes.tiles ?? web?.outputs.Tiles,
    // Whose earlier tiles were says nothing of others.
    tilesBy: wishes['tiles-by'] ?? (wishes.tiles ? undefined : web?.outputs.TilesBy),
    search: wishes.search ?? api?.outputs.Search,
    budget: wishes.budget ?? monitoring?.outputs.Budget,
    ...domain,
    emulatorEndpoint: emulator,
  };
}

/** A small model that calls tools, where none is named. */
const usualModel = 'amazon.nova-micro-v1:0';

/** @throws a sentence for the terminal where neither rules nor a model are meant */
export function askModel({ ask, 'ask-model': model }: Wishes, earlier: string | undefined): string | undefined {
  if (ask !== undefined && ask !== 'rules' && ask !== 'bedrock')
    throw new Error(`--ask is 'rules' or 'bedrock', not '${ask}'`);
  if (ask === 'rules') return undefined;
  return model ?? earlier ?? (ask === 'bedrock' ? usualModel : undefined);
}
