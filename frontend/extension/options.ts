import { tryOut } from './api.ts';
import { element, messageOf, tell } from './elements.ts';
import { keepSettings, patternOf, readSettings, siteOf } from './settings.ts';

const site = element<HTMLInputElement>('site');
const token = element<HTMLInputElement>('token');
const account = element('account');

const pointToAccount = () => {
  const origin = siteOf(site.value);
  if (!origin) return account.replaceChildren('your account');
  const link = document.createElement('a');
  Object.assign(link, { href: `${origin}/account#tokens`, target: '_blank', rel: 'noreferrer' });
  link.textContent = 'your account';
  account.replaceChildren(link);
};

async function keep(): Promise<void> {
  const origin = siteOf(site.value);
  if (!origin) return tell('The address must begin with https:// (or be on this machine).', 'refused');
  const settings = { site: origin, token: token.value.trim() };
  // Asked for before anything is waited for: the browser only lets a press of a button ask.
  const mayReach = await chrome.permissions.request({ origins: [patternOf(origin)] });
  if (!mayReach) return tell('Without your leave to reach the site nothing can be saved there.', 'refused');
  tell('Trying it out…');
  try {
    const { handle } = await tryOut(settings);
    await keepSettings(settings);
    site.value = origin;
    const next = handle ? `You save as @${handle}.` : 'Choose a handle on the site before you save.';
    tell(`It works, and is kept. ${next}`);
  } catch (error) {
    tell(messageOf(error), 'refused');
  }
}

site.addEventListener('input', pointToAccount);
element<HTMLFormElement>('form').addEventListener('submit', (event) => {
  event.preventDefault();
  void keep();
});

const kept = await readSettings();
if (kept) {
  site.value = kept.site;
  token.value = kept.token;
}
pointToAccount();
