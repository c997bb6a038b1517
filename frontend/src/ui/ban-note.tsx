import { Link } from 'wouter';
import { useWaiting } from '../client/waiting.ts';
import { Notice } from './notice.tsx';

/** Before what somebody who is banned would write in vain: that they are, why, and what they still can do. Nobody else sees it. */
export function BanNote() {
  const ban = useWaiting()?.ban;
  if (!ban) return null;
  return (
    <Notice title={`You are banned from writing until ${ban.until.slice(0, 10)}`}>
      <p>
        {ban.reason} (<Link href={`/moderation/${ban.act}`}>in the log</Link>)
      </p>
      <p>
        What you send here would be refused. You still read everything, take back what you gave,{' '}
        <Link href="/export">take yours with you</Link>, and may{' '}
        <Link href={`/proposals/new?what=appeal&act=${ban.act}`}>appeal</Link>.
      </p>
    </Notice>
  );
}
