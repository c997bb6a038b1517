import { readingsOf } from 'virtual:readings';
import { useYear } from '../features/years/queries.ts';
import { exactCount } from '../ui/numbers.ts';
import { Head } from './head.tsx';

export function YearHead({ origin, handle, year }: { origin: string; handle: string; year: string }) {
  const data = useYear(handle, year, false).data;
  if (!data) return null;
  const finished = data.kinds.flatMap(({ kind, finished: count }) =>
    count > 0 ? [`${exactCount(count)} ${readingsOf[kind]?.goal ?? ''}`] : [],
  );
  const empty = !data.years.includes(year);
  return (
    <Head
      title={`@${handle}’s ${year}`}
      description={`What @${handle} finished and saved in ${year}${finished.length > 0 ? `: ${finished.join(', ')}` : ''}.`}
      canonical={`${origin}/@${handle}/year/${year}`}
      empty={empty}
      type="profile"
    />
  );
}
