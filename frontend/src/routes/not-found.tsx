import { ButtonLink } from '../ui/button.tsx';
import { Heading } from '../ui/heading.tsx';

export default function NotFoundRoute() {
  return (
    <>
      <Heading title="This page was left blank" />
      <p>There is nothing at this address. It may have been mistyped, or it was never written.</p>
      <p>
        <ButtonLink href="/">Back to the first page</ButtonLink>
      </p>
    </>
  );
}
