import { useState } from 'react';
import { Link } from 'wouter';
import { call } from '../client/call.ts';
import { useItem } from '../features/items/queries.ts';
import { ReasonForm } from '../features/proposals/reason-form.tsx';
import { Field } from '../ui/field.tsx';
import { Heading } from '../ui/heading.tsx';
import { Failure } from '../ui/notice.tsx';
import { Loading } from '../ui/skeleton.tsx';
import { usePropose } from './use-propose.ts';

/** The item whose page on this site is at an address, or that is known by what was pasted. */
async function itemAt(value: string): Promise<string> {
  const url = URL.parse(value.trim(), location.origin);
  const here = url?.origin === location.origin ? /^\/i\/([0-9A-Za-z]{12})\/?/.exec(url.pathname)?.[1] : undefined;
  const found = here ?? (await call('findItem', { query: { value: value.trim() } })).item?.id;
  if (!found) throw new Error('There is no such page on this site.');
  return found;
}

/** Proposes that an item is the same as another one, which stays. */
export function ProposeMerge({ from, into }: { from: string; into: string }) {
  const found = useItem(from);
  const propose = usePropose();
  const [value, setValue] = useState(into ? `${into.length === 12 ? '/i/' : ''}${into}` : '');
  const item = found.data?.item;
  return (
    <>
      <Heading title={item ? `Merge ${item.title}` : 'Merge'} />
      {found.error !== undefined && <Failure error={found.error} retry={found.reload} />}
      {!item && found.error === undefined && <Loading what="the item" />}
      {item && (
        <>
          <p>
            <Link href={`/i/${from}`}>{item.title}</Link> leads to the other page from then on, where its reviews can be
            read. Nothing that people gave is moved, so it can be taken apart again.
          </p>
          <ReasonForm
            draft={`propose:merge:${from}`}
            what="merge"
            submit="Propose the merge"
            check={() => (value.trim() === '' ? 'Say which page it is the same as.' : undefined)}
            onSubmit={async (reason) => propose({ what: 'merge', from, into: await itemAt(value) }, reason)}
          >
            <Field id="into" label="The page that stays" hint="its address on this site, its ISBN or its link">
              {(described) => (
                <input
                  {...described}
                  value={value}
                  maxLength={2000}
                  onChange={(event) => setValue(event.target.value)}
                />
              )}
            </Field>
          </ReasonForm>
        </>
      )}
    </>
  );
}
