import type { Section } from './result.ts';

/** Every section by the name it is run under, in the order of the report; each is loaded only when it runs. */
export const sections: Record<string, () => Promise<Section>> = {
  cost: () => import('./cost/section.ts').then(({ cost }) => cost),
  ranking: () => import('./ranking/section.ts').then(({ ranking }) => ranking),
  handler: () => import('./handler/section.ts').then(({ handler }) => handler),
  start: () => import('./start/section.ts').then(({ start }) => start),
  site: () => import('./site/section.ts').then(({ site }) => site),
  together: () => import('./together/section.ts').then(({ together }) => together),
  places: () => import('./places/section.ts').then(({ places }) => places),
  search: () => import('./search/section.ts').then(({ search }) => search),
  throughput: () => import('./throughput/section.ts').then(({ throughput }) => throughput),
};
