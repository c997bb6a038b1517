/** The element of an id; the pages have all that is asked for. */
export function element<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`There is no #${id}`);
  return found as T;
}

/** Tells what happened, as text: nothing that a page or a site says is ever taken for HTML. */
export function tell(text: string, tone: 'told' | 'refused' = 'told'): void {
  const message = element('message');
  message.textContent = text;
  message.dataset.tone = tone;
  if (text) message.scrollIntoView({ block: 'nearest' });
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : 'Something went wrong.');
