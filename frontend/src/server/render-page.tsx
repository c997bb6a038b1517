import { type ReactNode, StrictMode } from 'react';
import { prerenderToNodeStream } from 'react-dom/static';
import { Router } from 'wouter';
import type { RenderPage } from '#shared/pages/schema.ts';
import { App } from '../app/app.tsx';
import type { Load } from '../client/loads.ts';
import { callOnServer } from '../client/on-server.ts';
import { ProblemError } from '../client/problem.ts';
import { type Rendering, RenderingContext } from '../client/rendered.ts';
import { pageAt } from './pages.tsx';

/**
 * Renders what anyone may read at an address, by the same components as in the browser; undefined where the page
 * is its visitor's own. Where something is missing or fails there is a status and no body: the browser says the rest.
 */
export const renderPage: RenderPage = async (address, ask, now) => {
  const page = pageAt(address);
  if (page === 'own') return undefined;
  if (!page || page.head === null) return nothingAt(404);
  callOnServer(ask);
  let data: object | undefined;
  let otherwise: Parameters<Rendering['answer']>[0] | undefined;
  const loads = new Map<string, Promise<Load<unknown>>>();
  const rendering: Rendering = {
    at: now,
    load: (key, load) => {
      const found = loads.get(key) ?? settled(load);
      loads.set(key, found);
      return found;
    },
    tell: (told) => {
      data = told;
    },
    answer: (told) => {
      otherwise = told;
    },
  };
  const within = (part: ReactNode) => (
    <StrictMode>
      <RenderingContext value={rendering}>
        <Router ssrPath={address.pathname} ssrSearch={address.search}>
          {part}
        </Router>
      </RenderingContext>
    </StrictMode>
  );
  const body = page.bare ? '' : await htmlOf(within(<App />));
  const answers = await Promise.all([...loads].map(async ([key, load]) => [key, await load] as const));
  const failed = answers.find(([, { error }]) => error !== undefined)?.[1].error;
  if (failed !== undefined) {
    if (!(failed instanceof ProblemError)) throw failed;
    return nothingAt(failed.status);
  }
  const head = await htmlOf(within(page.head));
  // What a callback assigned, TypeScript does not know of here.
  const told = otherwise as typeof otherwise | undefined;
  if (told?.status === 308) return { ...nothingAt(308), location: told.location };
  const loaded = Object.fromEntries(answers.map(([key, answer]) => [key, answer.data]));
  const rendered = page.bare ? undefined : { at: rendering.at, loaded };
  return { status: told?.status ?? 200, part: page.part, head, body, data, rendered };
};

const nothingAt = (status: number) => ({
  status,
  part: undefined,
  head: '',
  body: '',
  data: undefined,
  rendered: undefined,
});

async function settled(load: () => Promise<unknown>): Promise<Load<unknown>> {
  try {
    return { data: await load(), error: undefined, loading: false };
  } catch (error) {
    return { data: undefined, error, loading: false };
  }
}

/** All of it as text, nothing left for later: no script of React's own could run under our content policy. */
async function htmlOf(tree: ReactNode): Promise<string> {
  const faults: unknown[] = [];
  const { prelude } = await prerenderToNodeStream(tree, {
    progressiveChunkSize: Number.POSITIVE_INFINITY,
    onError: (error) => void faults.push(error),
  });
  let html = '';
  for await (const chunk of prelude.setEncoding('utf8')) html += String(chunk);
  if (faults.length > 0) throw faults[0];
  return html;
}
