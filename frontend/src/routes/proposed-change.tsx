import { Link, useSearch } from 'wouter';
import { shownLines } from '#shared/discussions/lines.ts';
import type { Proposal } from '#shared/proposals/schema.ts';
import { type Answer, call } from '../client/call.ts';
import { useLoad } from '../client/loads.ts';
import { LineComments } from '../features/discussions/line-comments.tsx';
import { useItem } from '../features/items/queries.ts';
import { parameterWords } from '../features/ranking/parameters-explained.ts';
import { TextChanges } from '../features/revisions/comparison.tsx';
import { FieldChanges } from '../features/revisions/field-changes.tsx';
import { LookChoice, lookIn } from '../features/revisions/look-choice.tsx';
import form from '../ui/form.module.css';
import { commentTools } from './comment-tools.tsx';

type Content = Answer<'getProposedContent'>;

/** What a proposal would change, shown as its sort asks for. */
export function ProposedChange({ proposal, content }: { proposal: Proposal; content: Content | undefined }) {
  const { change } = proposal;
  switch (change.what) {
    case 'edit':
      return content ? <ProposedEdit proposal={proposal} content={content} /> : null;
    case 'merge':
    case 'unmerge':
      return (
        <p>
          <ItemName id={change.from} /> {change.what === 'merge' ? 'leads to' : 'no longer leads to'}{' '}
          <ItemName id={change.into} />
          {change.what === 'merge'
            ? ', where its reviews can be read. Nothing that people gave is moved, so it can be taken apart again.'
            : ' and is a page of its own again, with all that people gave it.'}
        </p>
      );
    case 'removal':
    case 'restoration':
      return (
        <p>
          <ItemName id={change.itemId} />{' '}
          {change.what === 'removal'
            ? 'leaves every listing. Its page stays, with the reason and with what people gave it, so it can be brought back.'
            : 'is listed again, with all that people gave it.'}
        </p>
      );
    case 'synonym':
      return (
        <p>
          <Link href={`/t/${encodeURIComponent(change.other)}`}>{change.other}</Link>{' '}
          {change.end ? 'is no other name any more for' : 'is another name for'}{' '}
          <Link href={`/t/${encodeURIComponent(change.tag)}`}>{change.tag}</Link>
          {!change.end && ', which is the better one'}.
        </p>
      );
    case 'parameters':
      return <Parameters values={change.values} />;
    case 'appeal':
      return (
        <p>
          It is about <Link href={`/moderation/${change.act}`}>an act of moderation</Link>, which would be taken back.
        </p>
      );
  }
}

function ItemName({ id }: { id: string }) {
  const item = useItem(id).data?.item;
  return <Link href={`/i/${id}`}>{item?.title ?? 'an item'}</Link>;
}

function Parameters({ values }: { values: Record<string, number> }) {
  const now = useLoad('ranking-parameters', () => call('getRankingParameters', {})).data;
  const inForce = (now?.parameters ?? {}) as Record<string, number>;
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">Parameter</th>
            <th scope="col">Now</th>
            <th scope="col">Proposed</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(values).map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{parameterWords(name)}</th>
              <td>{inForce[name] ?? '?'}</td>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={form.hint}>
        What each does stands under <Link href="/how-ranking-works">how ranking works</Link>.
      </p>
    </>
  );
}

function ProposedEdit({ proposal, content }: { proposal: Proposal; content: Content }) {
  const search = useSearch();
  const { comparison, kind, base, latest, itemId, version } = content;
  if (proposal.removed) return null;
  if (!comparison || !kind || !itemId)
    return <p className={form.hint}>What it started from was removed since: there is nothing to compare with.</p>;
  const { fields, text } = comparison;
  return (
    <>
      {latest !== base && (
        <p className={form.hint}>
          It starts from <Link href={`/i/${itemId}/history/${base}`}>revision {base}</Link>; the page is at revision{' '}
          {latest} by now. What others changed meanwhile is put together with it.
        </p>
      )}
      {fields.length > 0 && <FieldChanges kind={kind} changes={fields} />}
      {(text.hunks.length > 0 || text.tooDifferent) && (
        <>
          <LookChoice path={`/proposals/${proposal.id}`} search={search} />
          <p className={form.hint}>Press the number of a line to comment on it.</p>
          <LineComments
            key={version}
            at={{ what: 'proposals', target: proposal.id }}
            version={version}
            lines={shownLines(text)}
            tools={commentTools}
          >
            {(parts) => <TextChanges changes={text} look={lookIn(search)} {...parts} />}
          </LineComments>
        </>
      )}
    </>
  );
}
