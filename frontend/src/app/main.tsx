import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { Router } from 'wouter';
import './base.css';
import { forgetWithSession } from '../client/forget-with-session.ts';
import { rendered } from '../client/rendered.ts';
import { currentSession, onSessionChange } from '../client/session.ts';
import { App } from './app.tsx';

forgetWithSession();
onSessionChange(() => void document.documentElement.toggleAttribute('data-session', currentSession().signedIn));

const root = document.getElementById('root');
// What comes alive late comes alive at the address it was rendered at, wherever a click has led since.
const page = (
  <StrictMode>
    <Router ssrPath={window.location.pathname} ssrSearch={window.location.search}>
      <App />
    </Router>
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
