import { call } from '../../client/call.ts';
import { useLoad } from '../../client/loads.ts';

export function useTrustRules() {
  return useLoad('trust-rules', () => call('getTrustRules', {}));
}

export function useTrust(handle: string) {
  return useLoad(`trust:${handle.toLowerCase()}`, () => call('getTrust', { params: { handle } }));
}
