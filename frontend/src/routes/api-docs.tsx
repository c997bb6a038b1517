import { useEffect, useId, useState, useSyncExternalStore } from 'react';
import { Link } from 'wouter';
import { byCapability, type Caller, isFor, matches } from '../features/openapi/described.ts';
import { OperationEntry } from '../features/openapi/operation-entry.tsx';
import { useApiDocument } from '../features/openapi/queries.ts';
import { ShapeList } from '../features/openapi/shape-list.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Heading } from '../ui/heading.tsx';
import { Failure, Notice } from '../ui/notice.tsx';
import { counted } from '../ui/numbers.ts';
import { Bone, Loading, standIns } from '../ui/skeleton.tsx';
import styles from './api-docs.module.css';

const callers: Record<Caller | 'all', string> = {
  all: 'Whoever may call',
  anyone: 'Anyone',
  token: 'Anyone, or an API token',
  person: 'Whoever is signed in',
};

/** Which operation an address is about. */
const currentHash = () => window.location.hash.slice(1);
const onHashChange = (listener: () => void) => {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
};

export default function ApiDocsRoute() {
  const { data, error, reload } = useApiDocument();
  const [search, setSearch] = useState('');
  const [caller, setCaller] = useState<Caller | 'all'>('all');
  const id = useId();
  const wanted = useSyncExternalStore(onHashChange, currentHash, () => '');
  const isThere = data !== undefined;
  // The browser looked for the fragment before there was anything.
  useEffect(() => {
    if (isThere && wanted) document.getElementById(wanted)?.scrollIntoView();
  }, [isThere, wanted]);
  const groups = data
    ? byCapability(data)
        .map(({ name, operations }) => ({
          name,
          operations: operations.filter(
            (one) => (caller === 'all' || isFor(one, caller)) && matches(one, search.trim()),
          ),
        }))
        .filter(({ operations }) => operations.length > 0)
    : [];
  const found = groups.reduce((sum, { operations }) => sum + operations.length, 0);
  return (
    <div className={styles.page}>
      <Heading title="The API" />
      <p className={styles.lead}>
        Everything that the pages here do, programs may do too. This page is made from the same description that the
        servers check every request by: <a href="/api/openapi.json">/api/openapi.json</a>, in OpenAPI 3.1.
      </p>
      <h2>How to call it</h2>
      <ul>
        <li>
          What anyone may read needs no key. For what is yours, make a token under{' '}
          <Link href="/account#tokens">your account</Link>, and send it as <code>Authorization: Bearer cp_…</code> to
          addresses that begin with <code>/api/token/</code>.
        </li>
        <li>
          A refusal is a problem document (RFC 9457) with a <code>code</code> that stays the same.
        </li>
        <li>
          A list is read on by handing its <code>next</code> back as <code>cursor</code>, until it is null.
        </li>
        <li>
          Repeating a PUT or DELETE changes nothing. A POST that creates takes an <code>Idempotency-Key</code>: sent
          again with the same one, it creates nothing new.
        </li>
      </ul>
      <form className={styles.filters} onSubmit={(event) => event.preventDefault()}>
        <Field id={`${id}-search`} label="Look for">
          {(described) => (
            <input
              {...described}
              type="search"
              placeholder="a word, an address, a code"
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
          )}
        </Field>
        <Field id={`${id}-caller`} label="Called by">
          {(described) => (
            <select {...described} value={caller} onChange={(event) => setCaller(event.target.value as Caller | 'all')}>
              {Object.entries(callers).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
      </form>
      {error !== undefined && <Failure error={error} retry={reload} />}
      {data === undefined && error === undefined && (
        <>
          <Loading what="the API’s description" />
          <div aria-hidden="true">
            {standIns(8).map((index) => (
              <p key={index} className={styles.standIn}>
                <Bone width={28} />
              </p>
            ))}
          </div>
        </>
      )}
      {data && (
        <p role="status" className={styles.found}>
          {counted(found, 'operation')}
        </p>
      )}
      {data && found === 0 && (
        <Notice title="Nothing of that name">
          <p>
            <Button
              look="plain"
              onClick={() => {
                setSearch('');
                setCaller('all');
              }}
            >
              Show all
            </Button>
          </p>
        </Notice>
      )}
      {groups.map(({ name, operations }) => (
        <section key={name} aria-labelledby={`${id}-${name}`}>
          <h2 id={`${id}-${name}`} className={styles.group}>
            {name}
          </h2>
          {operations.map((one) => (
            <OperationEntry
              key={one.operation.operationId}
              described={one}
              shapes={data?.components.schemas ?? {}}
              open={one.operation.operationId === wanted}
            />
          ))}
        </section>
      ))}
      {data && (
        <section aria-labelledby={`${id}-shapes`}>
          <h2 id={`${id}-shapes`}>Shapes named above</h2>
          <ShapeList shapes={data.components.schemas} />
        </section>
      )}
    </div>
  );
}
