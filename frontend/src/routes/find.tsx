import { useEffect } from 'react';
import { useLocation, useSearch } from 'wouter';
import { call } from '../client/call.ts';
import { useLoad } from '../client/loads.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Heading } from '../ui/heading.tsx';
import { Failure, Notice } from '../ui/notice.tsx';
import { Loading } from '../ui/skeleton.tsx';

/** Where a link of a text leads that named something which was not here: by now it may be. */
export default function FindRoute() {
  const value = (new URLSearchParams(useSearch()).get('value') ?? '').slice(0, 300);
  const found = useLoad(`find:${value}`, () => call('findItem', { query: { value } }), value !== '');
  const [, navigate] = useLocation();
  const id = found.data?.item?.id;
  useEffect(() => {
    if (id !== undefined) navigate(`/i/${id}`, { replace: true });
  }, [id, navigate]);
  if (found.error !== undefined)
    return (
      <>
        <Heading title="This page did not load" />
        <Failure error={found.error} retry={found.reload} />
      </>
    );
  if (value !== '' && found.data?.item !== null) return <Loading what="what it is" />;
  return (
    <>
      <Heading title={value || 'Nothing is named'} />
      <Notice title="Nothing here is called that yet">
        <p>
          <ButtonLink href={`/submit?kind=article&title=${encodeURIComponent(value)}`}>
            Write an article about it
          </ButtonLink>
        </p>
      </Notice>
    </>
  );
}
