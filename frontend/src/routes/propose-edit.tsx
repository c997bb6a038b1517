import { lazy, Suspense, useState } from 'react';
import { Link } from 'wouter';
import type { Answer } from '../client/call.ts';
import { dropDraft, readDraft } from '../client/drafts.ts';
import { useItem } from '../features/items/queries.ts';
import { type EditDraft, editDraft } from '../features/revisions/edit-draft.ts';
import { useRevision } from '../features/revisions/queries.ts';
import { Heading } from '../ui/heading.tsx';
import { Failure } from '../ui/notice.tsx';
import { Loading } from '../ui/skeleton.tsx';
import { type KeptEdit, ProposalEditor } from './proposal-editor.tsx';
import { ReviseProposal } from './revise-proposal.tsx';
import { usePropose } from './use-propose.ts';

const MyOdds = lazy(() => import('../features/odds/my-odds.tsx'));

type Item = Answer<'getItem'>['item'];
type Props = { itemId: string; revises: string; titleOnly?: boolean };

/** Proposes an edit of an item, or its title alone; or a new version of what is proposed already. */
export function ProposeEdit({ itemId, revises, titleOnly = false }: Props) {
  const found = useItem(itemId);
  const item = found.data?.item;
  const what = titleOnly ? 'A better title for' : revises ? 'A new version of your proposal for' : 'Propose an edit of';
  return (
    <>
      <Heading title={item ? `${what} ${item.title}` : 'Propose an edit'} />
      <p>
        <Link href={`/i/${itemId}`}>Back to the page</Link>
      </p>
      {found.error !== undefined && <Failure error={found.error} retry={found.reload} />}
      {!item && found.error === undefined && <Loading what="the item" />}
      {item && (
        <Suspense>
          <MyOdds itemId={itemId} />
        </Suspense>
      )}
      {item && !revises && <Begin item={item} titleOnly={titleOnly} />}
      {item && revises && <ReviseProposal item={item} proposalId={revises} />}
    </>
  );
}

/** Begins with what was being written in the editor, on the revision it began with, or with the latest. */
function Begin({ item, titleOnly }: { item: Item; titleOnly: boolean }) {
  const draft = `propose:edit:${item.id}`;
  const [{ base, ...kept }] = useState(() => {
    const edited = titleOnly ? {} : readDraft<EditDraft>(editDraft(item.id));
    // What was being written here goes on from where it began.
    return { ...edited, base: readDraft<KeptEdit>(`${draft}:change`).base ?? edited.base ?? item.revision };
  });
  const found = useRevision(item.id, base);
  const propose = usePropose();
  if (found.error !== undefined) return <Failure error={found.error} retry={found.reload} />;
  if (!found.data) return <Loading what="what it says" />;
  const was = { fields: found.data.fields, text: found.data.text };
  return (
    <ProposalEditor
      item={item}
      base={base}
      was={was}
      start={{ ...was, ...kept }}
      reason={kept.summary ?? ''}
      titleOnly={titleOnly}
      draft={draft}
      submit="Propose it"
      onSubmit={async (change, reason) => {
        await propose({ what: 'edit', itemId: item.id, ...change }, reason);
        dropDraft(editDraft(item.id));
      }}
    />
  );
}
