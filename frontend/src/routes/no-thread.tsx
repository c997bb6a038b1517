import { Link } from 'wouter';
import { Heading } from '../ui/heading.tsx';
import { Notice } from '../ui/notice.tsx';

/** There is nothing to talk about at an address. */
export function NotFound() {
  return (
    <>
      <Heading title="Nothing to talk about" />
      <Notice title="There is nothing at this address">
        <p>
          What it was about may be gone. <Link href="/">Look at what is here</Link>
        </p>
      </Notice>
    </>
  );
}
