import type { Card } from '#shared/items/schema.ts';

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const row = ({ id, title, byline, by, counts, tags }: Card) =>
  `<li><h2><a href="/i/${id}">${escaped(title)}</a></h2><p>${escaped(byline)}</p>` +
  `<p>${counts.net ?? 0} votes · ${counts.reviews ?? 0} reviews · ${by ? `by ${escaped(by)}` : ''} ${tags.map((tag) => `#${escaped(tag)}`).join(' ')}</p></li>`;

/** The least page that shows a list: HTML as it stands, a few lines of style, no script. */
export function staticPage(cards: readonly Card[]): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Commonplace</title>
<style>body{max-width:60rem;margin:1rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}h2{font-size:1.1rem;margin:0}p{margin:0;color:#555}li{margin:0 0 1rem}</style>
</head><body><main><h1>Hot</h1><ol>${cards.map(row).join('\n')}</ol></main></body></html>`;
}
