import { kinds } from 'virtual:contract';
import { useEffect } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { longestSearch } from '#shared/search/schema.ts';
import { call } from '../client/call.ts';
import { useLoad } from '../client/loads.ts';
import styles from '../features/revisions/revisions.module.css';
import { ButtonLink } from '../ui/button.tsx';
import form from '../ui/form.module.css';
import { Heading } from '../ui/heading.tsx';
import { Failure, Notice } from '../ui/notice.tsx';
import { Loading } from '../ui/skeleton.tsx';
import part from './item.module.css';

/** Items of another kind, or of nearly the name: a link by title leads to articles alone, as only their titles are unique. */
function Alike({ value }: { value: string }) {
  const found = useLoad(`called:${value}`, () => call('search', { query: { q: value.slice(0, longestSearch) } }));
  const items = (found.data?.hits ?? []).flatMap(({ item }) => (item ? [item] : [])).slice(0, 5);
  if (!found.data && found.error === undefined) return <Loading what="what is called that" />;
  if (items.length === 0) return null;
  return (
    <section className={part.part} aria-labelledby="called">
      <h2 id="called">Is it one of these?</h2>
      <ul className={styles.list}>
        {items.map(({ id, kind, title, byline }) => (
          <li key={id}>
            <div className={styles.what}>
              <Link href={`/i/${id}`}>{title}</Link> <span className={styles.mark}>{kinds[kind].label}</span>
            </div>
            {byline && <span className={styles.mark}>{byline}</span>}
          </li>
        ))}
      </ul>
      <p className={form.hint}>
        The text can lead straight there: write <code>{`[[i:${items[0]?.id}|${value}]]`}</code> for the first of them.
      </p>
    </section>
  );
}

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
      {value !== '' && <Alike value={value} />}
      <Notice title={value === '' ? 'This link names nothing' : 'There is no article of this title yet'}>
        <p>
          <ButtonLink href={`/submit?kind=article&title=${encodeURIComponent(value)}`}>
            Write an article about it
          </ButtonLink>
        </p>
      </Notice>
    </>
  );
}
