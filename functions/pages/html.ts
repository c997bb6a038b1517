import { inScript } from '#shared/pages/rules.ts';
import type { BuiltSite, RenderedPage, SitePart } from '#shared/pages/schema.ts';

const noPart: SitePart = { styles: [], scripts: [] };

/** The site's one page, empty: the browser fills it. Search engines are told not to keep it. */
export function emptyPage({ html }: BuiltSite): string {
  return html.replace('</head>', () => '<meta name="robots" content="noindex" /></head>');
}

/** The site's one page with what was rendered for an address in it. */
export function filledPage({ html, parts }: BuiltSite, page: RenderedPage): string {
  const { styles, scripts } = (page.part && parts[page.part]) || noPart;
  const links = [
    ...styles.map((style) => `<style>${style}</style>`),
    ...scripts.map((script) => `<link rel="modulepreload" href="${script}" />`),
  ].join('');
  // What is for machines comes after what people see.
  const data = [
    page.data ? `<script type="application/ld+json">${inScript(page.data)}</script>` : '',
    page.rendered ? `<script type="application/json" id="rendered">${inScript(page.rendered)}</script>` : '',
  ].join('');
  return html
    .replace(/<!--head-->[\s\S]*<!--\/head-->/, () => page.head)
    .replace('</head>', () => `${links}</head>`)
    .replace(/<!--body-->[\s\S]*<!--\/body-->/, (opening) => page.body || opening)
    .replace('<!--rendered-->', () => data);
}
