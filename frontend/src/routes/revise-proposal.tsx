import { useState } from 'react';
import { useLocation } from 'wouter';
import { broughtUp } from '#shared/revisions/merge.ts';
import { type Answer, call } from '../client/call.ts';
import { readDraft } from '../client/drafts.ts';
import { type ProposalPage, refreshProposal, useProposal, useProposedContent } from '../features/proposals/queries.ts';
import { useRevision } from '../features/revisions/queries.ts';
import { Failure } from '../ui/notice.tsx';
import { Loading } from '../ui/skeleton.tsx';
import { say } from '../ui/toasts.ts';
import { EditConflict } from './edit-conflict.tsx';
import { type Content, type Item, type KeptEdit, ProposalEditor } from './proposal-editor.tsx';

/** A new version of somebody’s own proposal: what it was, together with what others changed meanwhile. */
export function ReviseProposal({ item, proposalId }: { item: Item; proposalId: string }) {
  const page = useProposal(proposalId);
  const content = useProposedContent(proposalId, '');
  const error = page.error ?? content.error;
  if (error !== undefined) return <Failure error={error} retry={() => [page.reload(), content.reload()]} />;
  if (!page.data || !content.data) return <Loading what="your proposal" />;
  // What it started from may be removed: then there is nothing to put together.
  const base = (content.data.comparison && content.data.base) ?? item.revision;
  return <Begin key={`${base} ${item.revision}`} item={item} page={page.data} base={base} after={content.data.after} />;
}

type Begin = { item: Item; page: ProposalPage; base: number; after: Partial<Content> | undefined };

const draftOf = (proposalId: string) => `revise:${proposalId}`;

/** Begins with what was being written of it before, on the revision that was the latest then; or with what it was. */
function Begin({ item, page, base, after }: Begin) {
  const [{ base: keptBase, fields, text = '' }] = useState(() =>
    readDraft<KeptEdit>(`${draftOf(page.proposal.id)}:change`),
  );
  const kept = keptBase !== undefined && fields && { n: keptBase, mine: { fields, text } };
  const n = kept ? kept.n : base;
  const [begun, latest] = [useRevision(item.id, n), useRevision(item.id, item.revision)];
  const error = begun.error ?? latest.error;
  if (error !== undefined) return <Failure error={error} retry={() => [begun.reload(), latest.reload()]} />;
  if (!begun.data || !latest.data) return <Loading what="your proposal" />;
  const was = { fields: begun.data.fields, text: begun.data.text };
  const mine = kept ? kept.mine : { fields: after?.fields ?? was.fields, text: after?.text ?? was.text };
  return <Revising item={item} page={page} base={{ n, ...was }} mine={mine} latest={latest.data} />;
}

type Revising = {
  item: Item;
  page: ProposalPage;
  base: Content & { n: number };
  mine: Content;
  latest: Answer<'getRevision'>;
};

/** On top of the latest revision, where the two can be put together; else once it is said whose goes where. */
function Revising({ item, page: { proposal }, base, mine, latest }: Revising) {
  const [, navigate] = useLocation();
  const draft = draftOf(proposal.id);
  const now = { n: item.revision, fields: latest.fields, text: latest.text };
  const [from, setFrom] = useState(() => {
    const start = broughtUp(base, mine, now);
    return start && { was: now, start };
  });
  if (!from)
    return (
      <EditConflict
        item={item}
        base={base}
        mine={{ ...mine, base: base.n, summary: '', minor: false }}
        latest={now.n}
        onBack={() => setFrom({ was: base, start: mine })}
        onSettled={(start) => setFrom({ was: now, start })}
      />
    );
  return (
    <ProposalEditor
      item={item}
      base={from.was.n}
      was={from.was}
      start={from.start}
      reason={proposal.reason}
      titleOnly={false}
      draft={draft}
      submit="Send the new version"
      onSubmit={async (change, reason) => {
        const params = { proposalId: proposal.id };
        const body = {
          change: { what: 'edit' as const, itemId: item.id, ...change },
          reason,
          version: proposal.version,
        };
        await call('reviseProposal', { params, body });
        await refreshProposal(proposal.id);
        say('The new version is put forward. Votes are on it alone.');
        navigate(`/proposals/${proposal.id}`);
      }}
    />
  );
}
