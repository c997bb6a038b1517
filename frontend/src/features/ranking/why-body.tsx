import { Link } from 'wouter';
import type { CardCounts } from '#shared/items/schema.ts';
import { explain } from '#shared/ranking/explain.ts';
import { orderLabels } from '#shared/ranking/labels.ts';
import { parameters, parametersWith } from '#shared/ranking/parameters.ts';
import type { Order } from '#shared/ranking/schema.ts';
import { fullCounts } from '#shared/ranking/settle.ts';
import { Failure } from '../../ui/notice.tsx';
import { Account } from './account.tsx';
import { useParameters } from './queries.ts';

export default function WhyBody({ order, counts, at }: { order: Order; counts: CardCounts; at: string }) {
  const { data, error, reload } = useParameters();
  if (error !== undefined) return <Failure error={error} retry={reload} />;
  if (!data) return <p>Working it out…</p>;
  return (
    <>
      <Account explanation={explain(order, fullCounts(counts), at, parametersWith(data.parameters))} />
      {!data.listed && (
        <p>
          The parameters were changed just now, and things are still being moved: this row may stand where it stood by
          those before.
        </p>
      )}
      <p>
        Rows stand by this number, highest first. Counts from {parameters.settledFrom} on are settled: rounded down to
        the next of ten steps in every decade.{' '}
        <Link href={`/how-ranking-works#${order}`}>How “{orderLabels[order]}” works</Link>
      </p>
    </>
  );
}
