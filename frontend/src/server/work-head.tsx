import { useOdds } from '../features/odds/queries.ts';
import { useItemWork, usePersonWork, useWork } from '../features/work/queries.ts';
import { counted } from '../ui/numbers.ts';
import { Head } from './head.tsx';

export function WorkHead({ origin }: { origin: string }) {
  const data = useWork().data;
  if (!data) return null;
  return (
    <Head
      title="Who does the work"
      description={`${counted(data.all.sum, 'contribution')} by ${data.all.people === 1 ? 'one person' : `${data.all.people} people`}: how evenly, by whom, and how newcomers fare.`}
      canonical={`${origin}/work`}
    />
  );
}

export function ItemWorkHead({ origin, itemId }: { origin: string; itemId: string }) {
  const data = useItemWork(itemId).data;
  if (!data) return null;
  const { item, edits } = data;
  return (
    <Head
      title={`Who made ${item.title}`}
      description={`${counted(edits.sum, 'edit')} of ${item.title}: by whom, how evenly, and when.`}
      canonical={`${origin}/i/${item.id}/work`}
      empty={data.all.people === 0}
    />
  );
}

export function PersonWorkHead({ origin, handle, year }: { origin: string; handle: string; year: string | undefined }) {
  const data = usePersonWork(handle, year).data;
  if (!data) return null;
  return (
    <Head
      title={`Work of @${data.handle}`}
      description={`What @${data.handle} gave, by kind and by day of ${data.year}.`}
      canonical={`${origin}/@${data.handle}/work${year === undefined ? '' : `?year=${year}`}`}
      empty={data.years.length === 0}
      type="profile"
    />
  );
}

export function OddsHead({ origin }: { origin: string }) {
  if (!useOdds().data) return null;
  return (
    <Head
      title="Which edits stay"
      description="How likely edits are to stay: what it is learned from, how it came true, and that nothing is ever refused by it."
      canonical={`${origin}/odds`}
    />
  );
}
