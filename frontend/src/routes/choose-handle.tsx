import { useLocation, useSearch } from 'wouter';
import { useSession } from '../client/session.ts';
import { backFrom } from '../features/people/back.ts';
import { HandleForm } from '../features/people/handle-form.tsx';
import { useMe } from '../features/people/me.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Heading } from '../ui/heading.tsx';
import { Notice } from '../ui/notice.tsx';

export default function ChooseHandleRoute() {
  const session = useSession();
  const back = backFrom(useSearch());
  const [, navigate] = useLocation();
  useMe();
  return (
    <>
      <Heading title="Choose a handle" />
      {!session.signedIn ? (
        <Notice title="Sign in first">
          <p>
            <ButtonLink href="/sign-in">Sign in</ButtonLink>
          </p>
        </Notice>
      ) : session.handle ? (
        <Notice title={`You are @${session.handle}`}>
          <p>
            <ButtonLink href={back}>Go on</ButtonLink>
          </p>
        </Notice>
      ) : (
        <>
          <p>Everything you add, review and tag is credited to this name. Nothing else about you is shown.</p>
          <HandleForm onChosen={() => navigate(back)} />
        </>
      )}
    </>
  );
}
