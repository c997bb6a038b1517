import normalizeUrl from 'normalize-url';
import * as z from 'zod/mini';
import { line, prose, webAddress } from '../../text.ts';
import type { Kind } from '../kind.ts';

const schema = z.strictObject({
  url: webAddress,
  title: line(300),
  description: z.optional(prose(4000)),
  favicon: z.optional(webAddress),
});
type Link = z.infer<typeof schema>;

/** The address that stands for all writings of one page; undefined if it is no web address. */
function normalAddress(input: string): string | undefined {
  const parsed = webAddress.safeParse(/^https?:\/\//i.test(input.trim()) ? input : `https://${input.trim()}`);
  if (!parsed.success) return undefined;
  try {
    return normalizeUrl(parsed.data, {
      forceHttps: true,
      stripHash: true,
      stripWWW: true,
      removeTrailingSlash: true,
      sortQueryParameters: true,
      removeQueryParameters: [/^utm_\w+/i, /^(fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|ref_src)$/i],
    });
  } catch {
    return undefined;
  }
}

const named = (address: string) => {
  const normal = normalAddress(address);
  return normal === undefined ? [] : [`url:${normal}`];
};

export const link: Kind<Link> = {
  kind: 'link',
  label: 'Link',
  plural: 'Links',
  schema,
  form: [
    {
      name: 'url',
      label: 'Address',
      hint: 'finds the link if it is here',
      input: 'url',
      required: true,
      identifies: true,
    },
    { name: 'title', label: 'Title', input: 'text', required: true },
    { name: 'description', label: 'Description', input: 'prose' },
    { name: 'favicon', label: 'Icon address', input: 'url' },
  ],
  aspects: [
    { key: 'accuracy', label: 'Accuracy' },
    { key: 'depth', label: 'Depth' },
  ],
  experienced: 'read',
  shelves: [
    { key: 'to-read', label: 'To read', stage: 'wanted' },
    { key: 'read', label: 'Read', stage: 'finished' },
  ],
  title: (fields) => fields.title,
  byline: (fields) => new URL(fields.url).hostname.replace(/^www\./, ''),
  picture: (fields) => fields.favicon,
  identifiers: (fields) => named(fields.url),
  recognise: (input) => (/[./]/.test(input) ? named(input) : []),
  address: (fields) => fields.url,
  site: (fields) => fields.url,
  subject: (fields) => fields.url.replace(/^http:/i, 'https:'),
  fromAddress: ({ url, title, description }) => ({ url, title, ...(description ? { description } : {}) }),
  jsonLd: (fields) => ({ '@type': 'WebPage', url: fields.url }),
};
