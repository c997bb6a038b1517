import { type Answer, call } from '../../client/call.ts';
import { useLoad } from '../../client/loads.ts';

export type OddsModel = NonNullable<Answer<'getOdds'>['model']>;
export type OwnOdds = Answer<'getMyOdds'>;

/** What was learned last of which edits stay. */
export const useOdds = () => useLoad('odds', () => call('getOdds', {}));

/** The odds of an edit of mine to an item. */
export const useMyOdds = (itemId: string) =>
  useLoad(`mine:odds:${itemId}`, () => call('getMyOdds', { params: { itemId } }));
