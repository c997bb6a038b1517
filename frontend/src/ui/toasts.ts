export type Toast = { key: number; message: string; tone: 'told' | 'refused'; link?: { href: string; label: string } };
let toasts: readonly Toast[] = [];
let nextKey = 1;
const listeners = new Set<() => void>();

function replace(next: readonly Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}

export const dismiss = (key: number) => replace(toasts.filter((toast) => toast.key !== key));

/** Says something that is not bound to a place on the page. A refusal stays until it is dismissed. */
export function say(message: string, options: { tone?: Toast['tone']; link?: Toast['link'] } = {}): void {
  const toast: Toast = { key: nextKey++, message, tone: options.tone ?? 'told' };
  if (options.link) toast.link = options.link;
  replace([...toasts.filter((other) => other.message !== message).slice(-2), toast]);
  if (toast.tone === 'told') setTimeout(() => dismiss(toast.key), 9000);
}

export function onToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
export const currentToasts = () => toasts;
