import { kinds } from 'virtual:contract';
import { Link } from 'wouter';
import { Heading } from '../ui/heading.tsx';
import { Notice } from '../ui/notice.tsx';

export default function NoSuchKind({ kind }: { kind: string }) {
  const plurals = Object.values(kinds).map(({ plural }) => plural.toLowerCase());
  return (
    <>
      <Heading title="No such kind" />
      <Notice title={`Nothing here is a “${kind}”`}>
        <p>
          There are {plurals.join(', ')}. <Link href="/">See everything</Link>
        </p>
      </Notice>
    </>
  );
}
