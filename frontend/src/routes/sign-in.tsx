import { Link, useSearch } from 'wouter';
import { SignInSteps } from '../features/people/sign-in-steps.tsx';
import { Heading } from '../ui/heading.tsx';

export default function SignInRoute() {
  const search = useSearch();
  const on = search ? `?${search}` : '';
  return (
    <>
      <Heading title="Sign in" />
      <SignInSteps />
      <p>
        No account yet? <Link href={`/sign-up${on}`}>Sign up</Link>. Forgot your password?{' '}
        <Link href={`/reset-password${on}`}>Set a new one</Link>.
      </p>
    </>
  );
}
