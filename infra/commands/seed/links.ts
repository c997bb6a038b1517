type SeedLink = { url: string; title: string; tags: string[] };

/** Places on the web that are themselves commons. */
export const seedLinks: readonly SeedLink[] = [
  { url: 'https://www.gutenberg.org/', title: 'Project Gutenberg', tags: ['books', 'public-domain', 'library'] },
  { url: 'https://www.pgdp.net/', title: 'Distributed Proofreaders', tags: ['books', 'public-domain', 'volunteers'] },
  { url: 'https://standardebooks.org/', title: 'Standard Ebooks', tags: ['books', 'public-domain', 'typography'] },
  { url: 'https://librivox.org/', title: 'LibriVox', tags: ['audio', 'books', 'public-domain', 'volunteers'] },
  { url: 'https://openlibrary.org/', title: 'Open Library', tags: ['books', 'library', 'open-data'] },
  { url: 'https://archive.org/', title: 'Internet Archive', tags: ['archive', 'library', 'web'] },
  { url: 'https://www.wikipedia.org/', title: 'Wikipedia', tags: ['encyclopedia', 'wiki', 'volunteers'] },
  { url: 'https://www.wikidata.org/', title: 'Wikidata', tags: ['open-data', 'wiki'] },
  { url: 'https://commons.wikimedia.org/', title: 'Wikimedia Commons', tags: ['photos', 'wiki', 'open-data'] },
  { url: 'https://wikisource.org/', title: 'Wikisource', tags: ['books', 'wiki', 'public-domain'] },
  { url: 'https://www.openstreetmap.org/', title: 'OpenStreetMap', tags: ['map', 'open-data', 'volunteers'] },
  { url: 'https://creativecommons.org/', title: 'Creative Commons', tags: ['licences', 'open-data'] },
  {
    url: 'https://www.biodiversitylibrary.org/',
    title: 'Biodiversity Heritage Library',
    tags: ['library', 'nature', 'science'],
  },
  { url: 'https://arxiv.org/', title: 'arXiv', tags: ['science', 'archive'] },
];
