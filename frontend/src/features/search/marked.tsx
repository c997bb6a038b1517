import { Fragment } from 'react';

/** A text with what was found in it marked: parts of text, never markup. */
export function Marked({ parts }: { parts: readonly (readonly [string, boolean])[] }) {
  let at = 0;
  return parts.map(([text, found]) => {
    const key = at;
    at += text.length;
    return found ? <mark key={key}>{text}</mark> : <Fragment key={key}>{text}</Fragment>;
  });
}
