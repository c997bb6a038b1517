import { QueryClient } from '@tanstack/react-query';
import { forgetOwnWrites } from '../client/own-writes.ts';
import { ProblemError } from '../client/problem.ts';
import { currentSession, onSessionChange } from '../client/session.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 20_000,
      gcTime: 10 * 60_000,
      retry: (failures, error) => failures < 2 && !(error instanceof ProblemError && error.status < 500),
      retryDelay: (failures) => 500 * 2 ** failures,
      refetchOnWindowFocus: false,
    },
  },
});

// Whatever one person was shown of their own must not meet the next. Such queries start with 'mine'.
let wasSignedIn = currentSession().signedIn;
onSessionChange(() => {
  const { signedIn } = currentSession();
  if (signedIn === wasSignedIn) return;
  wasSignedIn = signedIn;
  queryClient.removeQueries({ queryKey: ['mine'] });
  if (!signedIn) forgetOwnWrites();
});
