import type { Stage } from './options.ts';
import { describeStack } from './outputs.ts';

type Wishes = { email?: string; budget?: string; domain?: string; certificateArn?: string; noDomain?: boolean };

/** What the app is told: what is wished now, else what the stage was deployed with before. */
export async function appContext(
  { stage, region, emulator }: Stage,
  wishes: Wishes,
): Promise<Record<string, string | undefined>> {
  const [web, monitoring] = await Promise.all([
    describeStack(region, stage, 'web'),
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
    email: wishes.email ?? monitoring?.outputs.Email,
    budget: wishes.budget ?? monitoring?.outputs.Budget,
    ...domain,
    emulatorEndpoint: emulator,
  };
}
