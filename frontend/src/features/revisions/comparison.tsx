import type { ReactNode } from 'react';
import type { Block, Comparison, Hunk, Part } from '#shared/revisions/comparison.ts';
import { inPlace } from '../../ui/in-place.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './revisions.module.css';

export type Look = 'inline' | 'sides';

type Props = { changes: Comparison['text']; look: Look } & AtLines;
type AtLines = {
  /** What stands before a line, and what below it, by its number on its side; what both have is of the second. */
  mark?: AtLine | undefined;
  below?: AtLine | undefined;
  /** What stands before a line of the first side that both have, where they are side by side. */
  number?: AtLine | undefined;
};
type Side = 'before' | 'after';
type AtLine = (side: Side, number: number) => ReactNode;

/** What changed between two texts: inline, or side by side. */
export function TextChanges({ changes, look, ...atLines }: Props) {
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
          {look === 'inline' ? <Inline hunk={hunk} {...atLines} /> : <Sides hunk={hunk} {...atLines} />}
        </section>
      ))}
    </div>
  );
}

function Inline({ hunk, mark, below }: { hunk: Hunk } & AtLines) {
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

/** Line beside line; what stands below one goes across both sides. */
function Sides({ hunk, ...atLines }: { hunk: Hunk } & AtLines) {
  const next = { before: hunk.before, after: hunk.after };
  return (
    <div className={`${styles.hunk} ${styles.sides}`}>
      {inPlace(hunk.blocks, (block) => {
        const first = { ...next };
        const old = block.same ?? block.before ?? [];
        const own = block.same ?? block.after ?? [];
        next.before += old.length;
        next.after += own.length;
        const lines = Array.from({ length: Math.max(old.length, own.length) }, (_, at) => ({
          before: at < old.length ? first.before + at : undefined,
          after: at < own.length ? first.after + at : undefined,
        }));
        return inPlace(lines, (at, n) => <Beside block={block} n={n} at={at} {...atLines} />);
      })}
    </div>
  );
}

type Beside = { block: Block; n: number; at: Record<Side, number | undefined> } & AtLines;

/** The nth line of a block on each side. */
function Beside({ block, n, at: { before, after }, mark, number, below }: Beside) {
  const same = block.same?.slice(n, n + 1);
  const removed = block.before?.slice(n, n + 1) ?? [];
  const added = block.after?.slice(n, n + 1) ?? [];
  const old: Mark = () => before && (same ? number : mark)?.('before', before);
  const own: Mark = () => after && mark?.('after', after);
  const said = before && !same ? below?.('before', before) : undefined;
  const more = after ? below?.('after', after) : undefined;
  return (
    <>
      <div className={styles.cell}>
        {same ? <Same lines={same} mark={old} /> : <Removed lines={removed} mark={old} />}
      </div>
      <div className={styles.cell}>{same ? <Same lines={same} mark={own} /> : <Added lines={added} mark={own} />}</div>
      {said && <Across on={`former line ${before}`}>{said}</Across>}
      {more && <Across on={`line ${after}`}>{more}</Across>}
    </>
  );
}

function Across({ on, children }: { on: string; children: ReactNode }) {
  return (
    <div className={styles.across}>
      <p className={styles.place}>On {on}</p>
      {children}
    </div>
  );
}

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
