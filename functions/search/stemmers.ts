type Stemmer = (word: string) => string;

/** By language: each is loaded when something in it first comes by. */
const known: Record<string, () => Promise<{ stemmer: Stemmer }>> = {
  ar: () => import('@orama/stemmers/arabic'),
  bg: () => import('@orama/stemmers/bulgarian'),
  da: () => import('@orama/stemmers/danish'),
  de: () => import('@orama/stemmers/german'),
  el: () => import('@orama/stemmers/greek'),
  en: () => import('@orama/stemmers/english'),
  es: () => import('@orama/stemmers/spanish'),
  fi: () => import('@orama/stemmers/finnish'),
  fr: () => import('@orama/stemmers/french'),
  hu: () => import('@orama/stemmers/hungarian'),
  id: () => import('@orama/stemmers/indonesian'),
  it: () => import('@orama/stemmers/italian'),
  nl: () => import('@orama/stemmers/dutch'),
  no: () => import('@orama/stemmers/norwegian'),
  pt: () => import('@orama/stemmers/portuguese'),
  ro: () => import('@orama/stemmers/romanian'),
  ru: () => import('@orama/stemmers/russian'),
  sv: () => import('@orama/stemmers/swedish'),
  tr: () => import('@orama/stemmers/turkish'),
};
/** What is not said to be in another language is taken for this one. */
const usual = 'en';
const loaded = new Map<string, Stemmer>();

/** Whose stemmer a language tag has: `pt-BR` that of `pt`, Bokmål and Nynorsk the same, and none a language without one. */
export function stemmedAs(language: string | undefined): string | undefined {
  const [spoken = usual] = (language ?? usual).toLowerCase().split('-');
  const name = spoken === 'nb' || spoken === 'nn' ? 'no' : spoken;
  return Object.hasOwn(known, name) ? name : undefined;
}

/** Loads the stemmers of these, as `stemmedAs` names them. */
export async function loadStemmers(names: Iterable<string>): Promise<void> {
  await Promise.all(
    [...new Set(names)].map(async (name) => {
      if (!loaded.has(name) && known[name]) loaded.set(name, (await known[name]()).stemmer);
    }),
  );
}

/** A folded word's stem in a language that was loaded; the word itself where it was not. */
export function stem(word: string, name: string | undefined): string {
  // What is no word of letters trips some of them up.
  if (name === undefined || !/^\p{L}{2,40}$/u.test(word)) return word;
  return loaded.get(name)?.(word) || word;
}
