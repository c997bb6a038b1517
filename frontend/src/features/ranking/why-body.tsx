import { Link } from 'wouter';
import type { CardCounts } from '#shared/items/schema.ts';
import { explain } from '#shared/ranking/explain.ts';
import { orderLabels } from '#shared/ranking/labels.ts';
import { parameters } from '#shared/ranking/parameters.ts';
import type { Order } from '#shared/ranking/schema.ts';
import { fullCounts } from '#shared/ranking/settle.ts';
import { Account } from './account.tsx';

export default function WhyBody({ order, counts, at }: { order: Order; counts: CardCounts; at: string }) {
  return (
    <>
      <Account explanation={explain(order, fullCounts(counts), at)} />
      <p>
        Rows stand by this number, highest first. Counts from {parameters.settledFrom} on are settled: rounded down to
        the next of ten steps in every decade.{' '}
        <Link href={`/how-ranking-works#${order}`}>How “{orderLabels[order]}” works</Link>
      </p>
    </>
  );
}
