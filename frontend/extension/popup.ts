import { shelvesOf } from 'virtual:shelves';
import { ask, Refusal } from './api.ts';
import { element, messageOf, tell } from './elements.ts';
import { begun, isSavable, type Known, saveOf, suggestions, tagsIn, withTag } from './popup-model.ts';
import { readSettings, type Settings } from './settings.ts';

type Page = { url: string; title: string; selected: string };

const form = element<HTMLFormElement>('form');
const title = element<HTMLInputElement>('title');
const tags = element<HTMLInputElement>('tags');
const note = element<HTMLTextAreaElement>('note');
const shelf = element<HTMLSelectElement>('shelf');
const isPrivate = element<HTMLInputElement>('private');
const save = element<HTMLButtonElement>('save');
const more = element('more');

/** The page of the tab in front, with what is selected on it. Only a press on the extension's button lets it look. */
async function currentPage(): Promise<Page | undefined> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  if (!tab || tab.id === undefined || !isSavable(tab.url)) return undefined;
  // Pages of the browser itself and of its shop let nobody look.
  const [found] = await chrome.scripting
    .executeScript({ target: { tabId: tab.id }, func: () => window.getSelection()?.toString() ?? '' })
    .catch(() => []);
  return { url: tab.url, title: tab.title ?? '', selected: found?.result ?? '' };
}

/** A way on, where there is one. */
function lead(label: string, go: () => void): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.addEventListener('click', go);
  more.replaceChildren(button);
  more.hidden = false;
}
const toSettings = () => void chrome.runtime.openOptionsPage();

function showSuggestions(known: Known): void {
  const groups = suggestions(tags.value, known.tags).map(({ label, tags: fitting }) => {
    const line = document.createElement('p');
    const name = document.createElement('b');
    name.textContent = `${label}:`;
    line.append(name, ...fitting.flatMap((tag) => [' ', suggestion(tag, known)]));
    return line;
  });
  element('suggestions').replaceChildren(...groups);
}

function suggestion(tag: string, known: Known): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'plain';
  button.textContent = tag;
  button.addEventListener('click', () => {
    tags.value = withTag(tags.value, tag);
    showSuggestions(known);
    tags.focus();
  });
  return button;
}

function show(page: Page, known: Known): void {
  const start = begun(page, known);
  title.value = start.title;
  // What an item is called is for everybody to change, on its own page.
  title.readOnly = known.item !== null;
  note.value = start.note;
  tags.value = start.tags;
  isPrivate.checked = start.isPrivate;
  const shelves = shelvesOf[known.item?.kind ?? known.save?.item.kind ?? 'link'];
  shelf.replaceChildren(new Option('none', ''), ...shelves.map(({ key, label }) => new Option(label, key)));
  shelf.value = start.shelf;
  element('known').textContent = known.save
    ? `You saved this on ${known.save.at.slice(0, 10)}${known.save.private ? ', for you alone' : ''}.`
    : known.item
      ? 'It is here already; you have not saved it.'
      : page.url;
  showSuggestions(known);
  tell('');
  form.hidden = false;
  tags.focus();
}

async function send(settings: Settings, page: Page, known: Known): Promise<void> {
  const { refused } = tagsIn(tags.value);
  if (refused.length > 0) return tell(`No tags: ${refused.join(', ')}`, 'refused');
  if (save.ariaDisabled === 'true') return;
  save.ariaDisabled = 'true';
  tell('Saving…');
  const filled = {
    title: title.value,
    note: note.value,
    tags: tags.value,
    isPrivate: isPrivate.checked,
    shelf: shelf.value,
  };
  try {
    const { save: kept } = await ask(settings, 'saveAddress', { body: saveOf(page, filled, known) });
    form.hidden = true;
    tell(kept.private ? 'Saved for you alone.' : 'Saved.');
    if (!kept.address)
      lead('See its page', () => void chrome.tabs.create({ url: `${settings.site}/i/${kept.item.id}` }));
  } catch (error) {
    refuse(error);
  } finally {
    save.ariaDisabled = 'false';
  }
}

/** What went wrong, and the way to mend it. What was written stays. */
function refuse(error: unknown): void {
  const code = error instanceof Refusal ? error.code : '';
  tell(messageOf(error), 'refused');
  if (['sign_in_required', 'scope_missing', 'network', 'account_deleted'].includes(code)) lead('Settings', toSettings);
}

async function begin(): Promise<void> {
  const [settings, page] = await Promise.all([readSettings(), currentPage()]);
  if (!settings) {
    tell('Say first which site you save to.');
    return lead('Set it up', toSettings);
  }
  if (!page) return tell('This page has no address that could be saved.', 'refused');
  const known = await ask(settings, 'lookUpSave', { query: { url: page.url, title: page.title.slice(0, 1000) } });
  tags.addEventListener('input', () => showSuggestions(known));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send(settings, page, known);
  });
  show(page, known);
}

begin().catch(refuse);
