import type { ReactNode } from 'react';
import type { Block, Comparison, Hunk, Part } from '#shared/revisions/comparison.ts';
import { inPlace } from '../../ui/in-place.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './revisions.module.css';

export type Look = 'inline' | 'sides';

type Props = {
  changes: Comparison['text'];
  look: Look;
  /** What stands before a line, and what below it, by its number on its side (what both have is of the second); inline only. */
  mark?: AtLine;
  below?: AtLine;
};
type Side = 'before' | 'after';
type AtLine = (side: Side, number: number) => ReactNode;

/** What changed between two texts: inline, or side by side. */
export function TextChanges({ changes, look, mark, below }: Props) {
  if (changes.tooDifferent) {
    return (
      <Notice title="These two have too little in common">
        <p>They differ in so many lines that no comparison is made. Read each of them instead.</p>
      </Notice>
    );
  }
  return (
    <div className={styles.diff}>
      {changes.hunks.map((hunk) => (
        <section key={`${hunk.before}-${hunk.after}`} aria-label={`Change at line ${hunk.after}`}>
          <p className={styles.place}>
            Line {hunk.before === hunk.after ? hunk.after : `${hunk.before} → ${hunk.after}`}
          </p>
          {look === 'inline' ? <Inline hunk={hunk} mark={mark} below={below} /> : <Sides hunk={hunk} />}
        </section>
      ))}
    </div>
  );
}

function Inline({ hunk, mark, below }: { hunk: Hunk } & Pick<Props, 'mark' | 'below'>) {
  // The lines of both texts, counted through the blocks.
  const next = { before: hunk.before, after: hunk.after };
  const marksFrom = (side: Side, lines: readonly unknown[]): Marks => {
    const first = next[side];
    next[side] += lines.length;
    return { mark: mark && ((at) => mark(side, first + at)), below: below && ((at) => below(side, first + at)) };
  };
  const both = (lines: readonly unknown[]) => {
    next.before += lines.length;
    return marksFrom('after', lines);
  };
  return (
    <div className={styles.hunk}>
      {inPlace(hunk.blocks, (block) => (
        <>
          {block.same && <Same lines={block.same} {...both(block.same)} />}
          {block.before && <Removed lines={block.before} {...marksFrom('before', block.before)} />}
          {block.after && <Added lines={block.after} {...marksFrom('after', block.after)} />}
        </>
      ))}
    </div>
  );
}

type Mark = ((at: number) => ReactNode) | undefined;
type Marks = { mark?: Mark; below?: Mark };

function Sides({ hunk }: { hunk: Hunk }) {
  return (
    <div className={`${styles.hunk} ${styles.sides}`}>
      {inPlace(hunk.blocks, (block) => (
        <>
          <div className={styles.cell}>{side(block, block.before && <Removed lines={block.before} />)}</div>
          <div className={styles.cell}>{side(block, block.after && <Added lines={block.after} />)}</div>
        </>
      ))}
    </div>
  );
}

const side = ({ same }: Block, own: ReactNode) => (same ? <Same lines={same} /> : own);

function Same({ lines, mark, below }: { lines: string[] } & Marks) {
  return inPlace(lines, (line, at) => (
    <>
      <p className={styles.same}>
        {mark?.(at)}
        {line || ' '}
      </p>
      {below?.(at)}
    </>
  ));
}

function Removed({ lines, mark, below }: { lines: Part[][] } & Marks) {
  return inPlace(lines, (parts, at) => (
    <>
      <p className={styles.before}>
        {mark?.(at)}
        <Parts parts={parts} as="del" />
      </p>
      {below?.(at)}
    </>
  ));
}

function Added({ lines, mark, below }: { lines: Part[][] } & Marks) {
  return inPlace(lines, (parts, at) => (
    <>
      <p className={styles.after}>
        {mark?.(at)}
        <Parts parts={parts} as="ins" />
      </p>
      {below?.(at)}
    </>
  ));
}

function Parts({ parts, as: Tag }: { parts: Part[]; as: 'del' | 'ins' }) {
  if (parts.length === 0) return ' ';
  return inPlace(parts, ({ text, changed }) => (changed ? <Tag>{text}</Tag> : text));
}
