import type { OperationName } from '../capabilities.ts';

/** What the server puts into a page for the browser to go on from. `at`: when, in milliseconds; `loaded`: answers by key. */
export type Rendered = { at: number; loaded: Record<string, unknown> };

/** Asks a public operation beside the page, without a network: its status, and its output or what was refused. */
export type Ask = (
  name: OperationName,
  request: { params?: Record<string, string>; query?: Record<string, string | undefined> },
) => Promise<{ status: number; body: unknown }>;

/**
 * A page's first HTML. `part`: the part of the site its route is in, if it is not the first one; `head`: elements for
 * search engines and previews; `body`: what stands in the root, empty where the browser has to say the rest; `data`: the
 * same for machines, in schema.org's words.
 */
export type RenderedPage = {
  status: number;
  /** Where the page leads, with a status that says so. */
  location?: string;
  part: string | undefined;
  head: string;
  body: string;
  data: object | undefined;
  rendered: Rendered | undefined;
};

/** Renders what anyone may read at an address; undefined where the page is its visitor's own. */
export type RenderPage = (address: URL, ask: Ask, now: number) => Promise<RenderedPage | undefined>;

/** A part of the built site, ready to stand in a page. */
export type SitePart = { styles: string[]; scripts: string[] };

/**
 * The built site as pages need it: the one page with its first style and its script within, and the other parts by
 * name. `hashes` let the content policy through to what stands within pages, and to nothing else.
 */
export type BuiltSite = {
  html: string;
  parts: Record<string, SitePart>;
  hashes: { styles: string[]; scripts: string[] };
};
