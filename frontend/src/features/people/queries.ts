import { call } from '../../client/call.ts';
import { useLoad, usePages } from '../../client/loads.ts';

export function usePerson(handle: string) {
  return useLoad(`person:${handle}`, () => call('getPerson', { params: { handle } }));
}

export function useContributions(handle: string) {
  return usePages(`contributions:${handle}`, (cursor) =>
    call('listContributions', { params: { handle }, query: { cursor } }),
  );
}
