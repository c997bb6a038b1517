import { Link, useLocation } from 'wouter';
import { kinds } from '#shared/items/kinds/registry.ts';
import type { Answer } from '../client/call.ts';
import { call } from '../client/call.ts';
import { setLoaded } from '../client/loads.ts';
import { ProblemError } from '../client/problem.ts';
import { textsOf } from '../features/items/form-values.ts';
import { ItemForm } from '../features/items/item-form.tsx';
import { useItem } from '../features/items/queries.ts';
import { WithHandle } from '../features/people/guard.tsx';
import { Button } from '../ui/button.tsx';
import { Heading } from '../ui/heading.tsx';
import { Failure } from '../ui/notice.tsx';
import { Loading } from '../ui/skeleton.tsx';
import { say } from '../ui/toasts.tsx';

export default function EditRoute({ itemId }: { itemId: string }) {
  const found = useItem(itemId);
  const [, navigate] = useLocation();
  if (!found.data) {
    return (
      <>
        <Heading title="Edit" />
        {found.error === undefined ? <Loading what="the item" /> : <Failure error={found.error} retry={found.reload} />}
      </>
    );
  }
  const { item } = found.data;
  return (
    <>
      <Heading title={`Edit ${item.title}`} />
      <p>
        <Link href={`/i/${itemId}`}>Back without changes</Link>
      </p>
      <WithHandle toDo="edit" back={`/i/${itemId}/edit`}>
        <ItemForm
          key={item.revision}
          kind={item.kind}
          texts={textsOf(kinds[item.kind].form, item.fields)}
          kept={item.fields}
          submit="Save the changes"
          draft={`edit:${itemId}:${item.revision}`}
          onSubmit={async (fields) => {
            const edited = await call('editItem', { params: { itemId }, body: { fields, revision: item.revision } });
            // The shared page may lag behind; what was answered is what stands.
            setLoaded<Answer<'getItem'>>(`item:${itemId}`, (page) => page && { ...page, item: edited.item });
            say('Your changes are in.');
            navigate(`/i/${itemId}`);
          }}
          remedy={(error) =>
            error instanceof ProblemError && error.code === 'edit_conflict' ? (
              <p>
                <Button look="plain" onClick={found.reload}>
                  Load the newer state (drops what you changed here)
                </Button>
              </p>
            ) : null
          }
        />
      </WithHandle>
    </>
  );
}
