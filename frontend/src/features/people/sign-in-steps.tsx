import { useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { cognito, SignInError } from '../../client/cognito.ts';
import { signIn } from '../../client/tokens.ts';
import { Button } from '../../ui/button.tsx';
import { say } from '../../ui/toasts.ts';
import { AccountForm } from './account-form.tsx';
import { backFrom } from './back.ts';
import { CodeField, EmailField, PasswordField } from './credentials.tsx';
import { learnHandle } from './me.ts';

/** Signs in and goes on to where the person came from, by way of choosing a handle the first time. */
export function useSignIn(): (email: string, password: string) => Promise<void> {
  const [, navigate] = useLocation();
  const search = useSearch();
  return async (email, password) => {
    await signIn(email, password);
    const handle = await learnHandle().catch(() => undefined);
    const back = backFrom(search);
    navigate(handle === null ? `/choose-handle?back=${encodeURIComponent(back)}` : back);
  };
}

export function SignInSteps() {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [unconfirmed, setUnconfirmed] = useState(false);
  const enter = useSignIn();
  if (unconfirmed) return <ConfirmStep email={email.trim()} password={password} />;
  return (
    <AccountForm
      submit="Sign in"
      onSubmit={async () => {
        try {
          await enter(email.trim(), password);
        } catch (error) {
          if (!(error instanceof SignInError && error.code === 'UserNotConfirmedException')) throw error;
          await cognito('ResendConfirmationCode', { Username: email.trim() });
          setUnconfirmed(true);
        }
      }}
    >
      <EmailField value={email} onChange={setEmail} />
      <PasswordField value={password} onChange={setPassword} />
    </AccountForm>
  );
}

export function SignUpSteps() {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [sent, setSent] = useState(false);
  if (sent) return <ConfirmStep email={email.trim()} password={password} />;
  return (
    <AccountForm
      submit="Sign up"
      onSubmit={async () => {
        const address = email.trim();
        await cognito('SignUp', {
          Username: address,
          Password: password,
          UserAttributes: [{ Name: 'email', Value: address }],
        });
        setSent(true);
      }}
    >
      <EmailField value={email} onChange={setEmail} />
      <PasswordField isNew value={password} onChange={setPassword} />
    </AccountForm>
  );
}

function ConfirmStep({ email, password }: { email: string; password: string }) {
  const [code, setCode] = useState('');
  const enter = useSignIn();
  return (
    <>
      <AccountForm
        submit="Confirm"
        onSubmit={async () => {
          await cognito('ConfirmSignUp', { Username: email, ConfirmationCode: code });
          await enter(email, password);
        }}
      >
        <CodeField value={code} onChange={setCode} sentTo={email} />
      </AccountForm>
      <Button
        look="plain"
        onClick={() => {
          cognito('ResendConfirmationCode', { Username: email }).then(
            () => say('A new code is on its way.'),
            (error: unknown) =>
              say(error instanceof Error ? error.message : 'That did not work. Try again.', { tone: 'refused' }),
          );
        }}
      >
        Send a new code
      </Button>
    </>
  );
}

export function ResetSteps() {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [sent, setSent] = useState(false);
  const enter = useSignIn();
  if (!sent) {
    return (
      <AccountForm
        submit="Send me a code"
        onSubmit={async () => {
          await cognito('ForgotPassword', { Username: email.trim() });
          setSent(true);
        }}
      >
        <EmailField value={email} onChange={setEmail} />
      </AccountForm>
    );
  }
  return (
    <AccountForm
      submit="Set it and sign in"
      onSubmit={async () => {
        await cognito('ConfirmForgotPassword', { Username: email.trim(), ConfirmationCode: code, Password: password });
        await enter(email.trim(), password);
      }}
    >
      <CodeField value={code} onChange={setCode} sentTo={email} />
      <PasswordField isNew value={password} onChange={setPassword} />
    </AccountForm>
  );
}
