/** React's own hook, where a dependency still asks for the shim that older versions of React needed. */
export { useSyncExternalStore } from 'react';
