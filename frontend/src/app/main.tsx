import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './base.css';
import { forgetLoaded } from '../client/loads.ts';
import { forgetOwnWrites } from '../client/own-writes.ts';
import { currentSession, onSessionChange } from '../client/session.ts';
import { App } from './app.tsx';

// Whatever one person was shown of their own must not meet the next. Such keys begin with “mine:”.
let wasSignedIn = currentSession().signedIn;
onSessionChange(() => {
  const { signedIn } = currentSession();
  if (signedIn === wasSignedIn) return;
  wasSignedIn = signedIn;
  forgetLoaded('mine:');
  if (!signedIn) forgetOwnWrites();
});

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
