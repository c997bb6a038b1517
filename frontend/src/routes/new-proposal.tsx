import { Link, useSearch } from 'wouter';
import type { Change } from '#shared/proposals/schema.ts';
import { useSession } from '../client/session.ts';
import { useItem } from '../features/items/queries.ts';
import { WithHandle } from '../features/people/guard.tsx';
import { ReasonForm } from '../features/proposals/reason-form.tsx';
import { BanNote } from '../ui/ban-note.tsx';
import { Heading } from '../ui/heading.tsx';
import { Failure, Notice } from '../ui/notice.tsx';
import { Loading } from '../ui/skeleton.tsx';
import { ProposeEdit } from './propose-edit.tsx';
import { ProposeMerge } from './propose-merge.tsx';
import { ProposeParameters } from './propose-parameters.tsx';
import { ProposeSynonym } from './propose-synonym.tsx';
import { usePropose } from './use-propose.ts';

export default function NewProposalRoute() {
  const search = useSearch();
  const query = new URLSearchParams(search);
  const session = useSession();
  const mayBegin = session.signedIn && session.handle !== null;
  return (
    <>
      {!mayBegin && <Heading title="Propose a change" />}
      <WithHandle toDo="propose something" back={`/proposals/new?${search}`}>
        {/* What concerns them, they may appeal against. */}
        {query.get('what') !== 'appeal' && <BanNote />}
        <Form query={query} />
      </WithHandle>
    </>
  );
}

/** The form of what the address names: its sort, and what it is about. */
function Form({ query }: { query: URLSearchParams }) {
  const of = (name: string) => query.get(name) ?? '';
  switch (of('what')) {
    case 'edit':
      return <ProposeEdit key={of('item')} itemId={of('item')} revises={of('revises')} />;
    case 'title':
      return <ProposeEdit key={of('item')} itemId={of('item')} revises="" titleOnly />;
    case 'merge':
      return <ProposeMerge from={of('from')} into={of('into')} />;
    case 'unmerge':
      return (
        <ProposeSimply
          title="Take a merge apart"
          itemId={of('from')}
          change={{ what: 'unmerge', from: of('from'), into: of('into') }}
          hint="Both pages stand by themselves again."
        />
      );
    case 'removal':
      return (
        <ProposeSimply
          title="Remove it"
          itemId={of('item')}
          change={{ what: 'removal', itemId: of('item') }}
          hint="It leaves every listing; its page stays, and says why. Is it here twice? Propose a merge instead."
        />
      );
    case 'restoration':
      return (
        <ProposeSimply
          title="Bring it back"
          itemId={of('item')}
          change={{ what: 'restoration', itemId: of('item') }}
          hint="It is listed again, with all it had."
        />
      );
    case 'claim':
      return (
        <ProposeSimply
          title="I own it"
          itemId={of('item')}
          change={{ what: 'claim', itemId: of('item'), claim: of('claim') }}
          hint="Say how others can tell that it is yours. Where nobody objects you are its owner here: you may reply to its reviews, and nothing else."
        />
      );
    case 'unclaim':
      return (
        <ProposeSimply
          title="End a claim"
          itemId={of('item')}
          change={{ what: 'unclaim', itemId: of('item'), claim: of('claim') }}
          hint="Its owner may not reply to reviews any more; what they replied stays."
        />
      );
    case 'synonym':
      return <ProposeSynonym tag={of('tag')} other={of('other')} end={of('end') === '1'} />;
    case 'parameters':
      return <ProposeParameters />;
    case 'appeal':
      return <ProposeAppeal act={of('act')} />;
    default:
      return (
        <>
          <Heading title="Propose a change" />
          <Notice title="What is it about?">
            <p>
              Open the page it is about and choose “Proposals” there: an edit, a better title, a merge, a removal. Tags
              and <Link href="/proposals/new?what=parameters">the site itself</Link> can be proposed for, too.
            </p>
          </Notice>
        </>
      );
  }
}

type Simple = { title: string; itemId: string; change: Change; hint: string };

/** A proposal about an item that says everything by its sort. */
function ProposeSimply({ title, itemId, change, hint }: Simple) {
  const found = useItem(itemId);
  const propose = usePropose();
  const item = found.data?.item;
  return (
    <>
      <Heading title={item ? `${title}: ${item.title}` : title} />
      {found.error !== undefined && <Failure error={found.error} retry={found.reload} />}
      {!item && found.error === undefined && <Loading what="the item" />}
      {item && (
        <>
          <p>
            <Link href={`/i/${itemId}`}>Back to {item.title}</Link>
          </p>
          <p>{hint}</p>
          <ReasonForm
            draft={`propose:${change.what}:${itemId}`}
            what={change.what}
            submit="Propose it"
            onSubmit={(reason) => propose(change, reason)}
          />
        </>
      )}
    </>
  );
}

function ProposeAppeal({ act }: { act: string }) {
  const propose = usePropose();
  return (
    <>
      <Heading title="Appeal" />
      <p>
        It is about <Link href={`/moderation/${act}`}>this act of moderation</Link>. Where your appeal is consented to,
        the act is taken back by itself.
      </p>
      <ReasonForm
        draft={`propose:appeal:${act}`}
        what="appeal"
        submit="Appeal"
        onSubmit={(reason) => propose({ what: 'appeal', act }, reason)}
      />
    </>
  );
}
