// Before the first paint, so that a chosen scheme does not flash; no inline script is let through.
try {
  const chosen = localStorage.getItem('commonplace.theme');
  if (/^(light|dark)$/.test(chosen)) document.documentElement.dataset.theme = chosen;
  // Nor may what is for guests stand there first and then go from under a finger.
  if (localStorage.getItem('commonplace.session')) document.documentElement.dataset.session = '';
} catch {
  // Storage refused.
}

// What is pressed, chosen or typed in a part of the page that React has not taken over yet is done as soon as it has, in that
// part or in the one that it put there instead. Until the page hears (own-page.tsx) presses are held back here: who is signed
// in would be taken for a guest. Then React stops on its way down what is for a part that it has yet to take over.
const { dataset } = document.documentElement;
const awaited = new Map();
let isAgain = false;
const arrives = (part, name, arrived) =>
  part.addEventListener(name, () => 'hears' in dataset && arrived(), { capture: true, once: true });
const onceAlive = (part, name, again) => {
  if (isAgain) return;
  arrives(part, name, () => awaited.delete(part));
  const waits = awaited.has(part);
  awaited.set(part, again);
  if (!waits) setTimeout(() => awaited.has(part) && goOn(part, name));
};
const goOn = (part, name) => {
  const alike = () =>
    [...document.querySelectorAll(part.localName)].filter(
      ({ type, textContent }) => type === part.type && textContent === part.textContent,
    );
  const place = alike().indexOf(part);
  const end = Date.now() + 15_000;
  const wait = () => {
    const standing = part.isConnected ? part : alike()[place];
    if ('hears' in dataset && standing && awaited.has(part)) {
      arrives(standing, name, () => awaited.delete(part));
      isAgain = true;
      awaited.get(part)(standing);
      isAgain = false;
    }
    if (Date.now() > end) awaited.delete(part);
    if (awaited.has(part)) setTimeout(wait, 50);
  };
  wait();
};
const pressEarly = (event) => {
  const button = event.isTrusted && event.target instanceof Element ? event.target.closest('button') : null;
  if (!button) return;
  onceAlive(button, 'click', (standing) => standing.click());
  if (!('hears' in dataset)) event.stopPropagation();
};
const fillEarly = ({ target }) => {
  const { type, checked, value } = target;
  if (type === 'checkbox' || type === 'radio')
    onceAlive(target, 'input', (standing) => {
      standing.checked = !checked;
      standing.click();
    });
  else if (value !== undefined && type !== 'file')
    onceAlive(target, 'input', (standing) => {
      // React takes for news only what is set past its own setter.
      standing.value = '';
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(standing), 'value').set.call(standing, value);
      for (const name of ['input', 'change']) standing.dispatchEvent(new Event(name, { bubbles: true }));
    });
};
// A form that says no address is sent by a script alone: the browser would begin the page anew, and what is in it is lost.
const sendEarly = (event) => event.target.hasAttribute('action') || event.preventDefault();
addEventListener('click', pressEarly, true);
addEventListener('input', fillEarly, true);
addEventListener('submit', sendEarly, true);
