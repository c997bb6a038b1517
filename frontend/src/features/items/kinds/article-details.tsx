import type { KindDetails } from './kind-view.ts';

/** An article is its text. */
export const article: KindDetails = () => [];
