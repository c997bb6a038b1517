/** What wouter takes from a package that fills this in for older React: ours has it. */
export { useSyncExternalStore } from 'react';
