import { Link, useSearch } from 'wouter';
import { SignUpSteps } from '../features/people/sign-in-steps.tsx';
import { Heading } from '../ui/heading.tsx';

export default function SignUpRoute() {
  const search = useSearch();
  return (
    <>
      <Heading title="Sign up" />
      <p>Your e-mail address is for signing in only. It is never shown, and goes when you delete your account.</p>
      <SignUpSteps />
      <p>
        You have an account? <Link href={`/sign-in${search ? `?${search}` : ''}`}>Sign in</Link>.
      </p>
    </>
  );
}
