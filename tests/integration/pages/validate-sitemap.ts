import sax from 'sax';

/** The addresses of a sitemap or an index of them. @throws where it is not well-formed or of another form */
export function validateSitemap(xml: string): string[] {
  const parser = sax.parser(true, { xmlns: true });
  const addresses: string[] = [];
  const path: string[] = [];
  parser.onopentag = ({ name, ...tag }) => {
    if (path.length === 0 && (tag as sax.QualifiedTag).uri !== 'http://www.sitemaps.org/schemas/sitemap/0.9')
      throw new Error(`The root is ${name} of ${(tag as sax.QualifiedTag).uri}`);
    path.push(name);
  };
  parser.onclosetag = () => void path.pop();
  parser.ontext = (text) => {
    if (/^(urlset\/url|sitemapindex\/sitemap)\/loc$/.test(path.join('/'))) addresses.push(new URL(text).href);
  };
  parser.onerror = (error) => {
    throw error;
  };
  parser.write(xml).close();
  return addresses;
}
