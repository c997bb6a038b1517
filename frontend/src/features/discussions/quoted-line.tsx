import type { CommentedLine } from '#shared/discussions/schema.ts';
import { lineId } from './addresses.ts';
import styles from './quoted-line.module.css';

/** The line that a comment on a proposal is about, with the way to where it stands. */
export function QuotedLine({ proposalId, line }: { proposalId: string; line: CommentedLine }) {
  const { version, side, number, text } = line;
  return (
    <p className={styles.quoted}>
      {/* The browser itself goes to a line. */}
      <a href={`/proposals/${proposalId}?version=${version}#${lineId(side, number)}`}>
        {side === 'before' ? 'Former line' : 'Line'} {number}
      </a>{' '}
      of version {version}
      {text.trim() !== '' && <q dir="auto">{text}</q>}
    </p>
  );
}
