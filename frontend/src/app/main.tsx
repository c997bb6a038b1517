import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import './base.css';
import { forgetLoaded } from '../client/loads.ts';
import { forgetOwnWrites } from '../client/own-writes.ts';
import { rendered } from '../client/rendered.ts';
import { currentSession, onSessionChange } from '../client/session.ts';
import { App } from './app.tsx';

// Whatever one person was shown of their own must not meet the next. Such keys begin with “mine:”.
let wasSignedIn = currentSession().signedIn;
onSessionChange(() => {
  const { signedIn } = currentSession();
  document.documentElement.toggleAttribute('data-session', signedIn);
  if (signedIn === wasSignedIn) return;
  wasSignedIn = signedIn;
  forgetLoaded('mine:');
  if (!signedIn) forgetOwnWrites();
});

const root = document.getElementById('root');
const page = (
  <StrictMode>
    <App />
  </StrictMode>
);
if (root && rendered) hydrateRoot(root, page);
else if (root) createRoot(root).render(page);
// From here on nothing is spared for a first paint.
setTimeout(() => {
  document.documentElement.dataset.live = '';
  // What the next step may need. Where it does not come now, that step asks again.
  import('./further.tsx').catch(() => undefined);
  import('virtual:operations').catch(() => undefined);
});
