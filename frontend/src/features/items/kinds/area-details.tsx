import { type KindDetails, textOf } from './kind-view.ts';

export const area: KindDetails = (fields) => {
  const [website, wikidata, radius] = ['website', 'wikidata', 'radius'].map((name) => textOf(fields[name]));
  const link = (address: string, text: string) => (
    <a href={address} rel="ugc nofollow noopener noreferrer">
      {text}
    </a>
  );
  return [
    ...(website ? [{ term: 'Website', is: link(website, website.replace(/^https?:\/\/(www\.)?|\/$/g, '')) }] : []),
    ...(wikidata ? [{ term: 'Wikidata', is: link(`https://www.wikidata.org/wiki/${wikidata}`, wikidata) }] : []),
    ...(radius ? [{ term: 'From the middle to the edge', is: `about ${radius} km` }] : []),
  ];
};
