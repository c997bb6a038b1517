import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';

const siteName = 'Commonplace';
let lastPath: string | undefined;
let wentBack = false;

// Going back restores the place on the page; going on starts at its top. A step to a part of the same page is said as
// one back is, and is neither.
if (!import.meta.env.SSR)
  window.addEventListener('popstate', () => {
    wentBack = lastPath !== undefined && window.location.pathname !== lastPath;
  });

type Props = { title: string; children?: ReactNode; className?: string | undefined };

/** A page's h1. Names the document and takes the focus when one arrives from another page. */
export function Heading({ title, children, className }: Props) {
  const element = useRef<HTMLHeadingElement>(null);
  const [path] = useLocation();
  useEffect(() => {
    document.title = title === siteName ? siteName : `${title} · ${siteName}`;
  }, [title]);
  useEffect(() => {
    const arrived = lastPath !== undefined && path !== lastPath;
    lastPath = path;
    if (!arrived) return;
    element.current?.focus({ preventScroll: true });
    if (!wentBack) window.scrollTo(0, 0);
    wentBack = false;
  }, [path]);
  return (
    <h1 ref={element} tabIndex={-1} className={className}>
      {children ?? title}
    </h1>
  );
}
