import { usePerson } from '../features/people/queries.ts';
import { counted } from '../ui/numbers.ts';
import { Head } from './head.tsx';

export function PersonHead({ origin, handle }: { origin: string; handle: string }) {
  const person = usePerson(handle).data?.person;
  if (!person) return null;
  const { items, reviews } = person.counts;
  const address = `${origin}/@${person.handle}`;
  return (
    <Head
      title={`@${person.handle}`}
      description={`@${person.handle} added ${counted(items, 'item')} and wrote ${counted(reviews, 'review')}.`}
      canonical={address}
      type="profile"
      feed={`@${person.handle}`}
      data={{
        '@type': 'ProfilePage',
        dateCreated: person.joined,
        mainEntity: { '@type': 'Person', '@id': address, name: `@${person.handle}`, alternateName: person.handle },
      }}
    />
  );
}
