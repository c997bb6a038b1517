import { useAct } from '../features/moderation/queries.ts';
import { deedWords, doerOf } from '../features/moderation/words.ts';
import { useTrust } from '../features/trust/queries.ts';
import { levelNames } from '../features/trust/words.ts';
import { Head } from './head.tsx';
import type { Page } from './pages.tsx';
import { plainPage } from './plain-page.tsx';

function ActHead({ origin, actId }: { origin: string; actId: string }) {
  const act = useAct(actId).data;
  if (!act) return null;
  return (
    <Head
      title={`${deedWords[act.did]}: ${act.about.title}`}
      description={`${deedWords[act.did]} ${doerOf(act)}. ${act.words}`}
      canonical={`${origin}/moderation/${act.id}`}
    />
  );
}

function TrustHead({ origin, handle }: { origin: string; handle: string }) {
  const trust = useTrust(handle).data;
  if (!trust) return null;
  return (
    <Head
      title={`Trust in @${trust.handle}`}
      description={`How far @${trust.handle} is trusted here (${levelNames[trust.level]}), from which numbers, and what is next.`}
      canonical={`${origin}/@${trust.handle}/trust`}
    />
  );
}

/** The pages of moderation and trust that anyone may read. */
export const moderationPages: Page[] = [
  plainPage('/how-trust-works', {
    part: 'moderation',
    title: 'How trust works',
    description:
      'What people may do here follows from what became of what they did: the levels, what each takes and allows.',
  }),
  plainPage('/moderation', {
    part: 'moderation',
    title: 'Moderation',
    description: 'Every act of moderation on this site: by which rule or by whom, why, and what people think of it.',
    feed: true,
  }),
  {
    path: '/moderation/:actId',
    part: 'moderation',
    head: ({ actId = '' }, { origin }) => <ActHead origin={origin} actId={actId} />,
  },
  {
    path: /^\/@(?<handle>[^/]+)\/trust\/?$/,
    part: 'moderation',
    head: ({ handle = '' }, { origin }) => <TrustHead origin={origin} handle={handle} />,
  },
];
