import { createContext } from 'react';
import type { Rendered } from '#shared/pages/schema.ts';
import type { Load } from './loads.ts';

/** What this page was rendered from; undefined where it begins empty. */
export const rendered = import.meta.env.SSR ? undefined : read();

function read(): Rendered | undefined {
  const text = document.getElementById('rendered')?.textContent;
  return text ? (JSON.parse(text) as Rendered) : undefined;
}

/** Where a page is rendered: its moment, what loads there, once for each key, and who is told what it is, for machines. */
export type Rendering = {
  at: number;
  load: (key: string, load: () => Promise<unknown>) => Promise<Load<unknown>>;
  tell: (data: object) => void;
  /** That the page is answered otherwise than with 200: it leads elsewhere, or what it shows was removed. */
  answer: (otherwise: Otherwise) => void;
};
type Otherwise = { status: 308; location: string } | { status: 410 };
export const RenderingContext = /* @__PURE__ */ createContext<Rendering | undefined>(undefined);
