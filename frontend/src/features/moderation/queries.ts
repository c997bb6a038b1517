import type { Flaggable } from '#shared/moderation/schema.ts';
import { call } from '../../client/call.ts';
import { useLoad, usePages } from '../../client/loads.ts';
import { useSession } from '../../client/session.ts';

export type Flagged = { what: Flaggable; target: string };

export function useActs() {
  return usePages('acts', (cursor) => call('listActs', { query: { cursor } }));
}

export const actKey = (actId: string) => `act:${actId}`;
export function useAct(actId: string) {
  return useLoad(actKey(actId), async () => (await call('getAct', { params: { actId } })).act);
}

export const myJudgementKey = (actId: string) => `mine:judgement:${actId}`;
/** My vote on an act, and whether it is about something of mine. */
export function useMyJudgement(actId: string) {
  const { signedIn } = useSession();
  return useLoad(myJudgementKey(actId), () => call('getMyJudgement', { params: { actId } }), signedIn);
}

export function useSteward() {
  return useLoad('steward', async () => (await call('getSteward', {})).steward);
}

/** Whether I am the steward; undefined until that is known. Asked where a control is opened, not before. */
export function useAmSteward(wanted = true): boolean | undefined {
  const session = useSession();
  const found = useLoad('steward', async () => (await call('getSteward', {})).steward, wanted && session.signedIn);
  if (!session.signedIn) return false;
  return found.data === undefined ? undefined : found.data !== null && found.data.handle === session.handle;
}

export const flagsKey = ({ what, target }: Flagged) => `flags:${what}:${target}`;
export function useFlags(of: Flagged) {
  return useLoad(flagsKey(of), () => call('getFlags', { params: of }));
}

export const myFlagKey = ({ what, target }: Flagged) => `mine:flag:${what}:${target}`;
export function useMyFlag(of: Flagged) {
  const { signedIn } = useSession();
  return useLoad(myFlagKey(of), () => call('getMyFlag', { params: of }), signedIn);
}

export function useFlagged() {
  return usePages('mine:flagged', (cursor) => call('listFlagged', { query: { cursor } }));
}

/** What was said with flags, to the steward. */
export function useFlagWords({ what, target }: Flagged, wanted: boolean) {
  return useLoad(`mine:flagged:${what}:${target}`, () => call('getFlagWords', { params: { what, target } }), wanted);
}

export function useBan(handle: string) {
  return useLoad(`ban:${handle}`, async () => (await call('getBan', { params: { handle } })).ban);
}
