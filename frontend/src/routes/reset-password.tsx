import { Link, useSearch } from 'wouter';
import { ResetSteps } from '../features/people/sign-in-steps.tsx';
import { Heading } from '../ui/heading.tsx';

export default function ResetPasswordRoute() {
  const search = useSearch();
  return (
    <>
      <Heading title="Set a new password" />
      <ResetSteps />
      <p>
        It came back to you? <Link href={`/sign-in${search ? `?${search}` : ''}`}>Sign in</Link>.
      </p>
    </>
  );
}
