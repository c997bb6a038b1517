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
// part or in the one that it put there instead. React marks what it has taken over; what it took over because of this very
// press it has done itself.
const isAlive = (part) => Object.keys(part).some((name) => name.startsWith('__reactProps'));
const awaited = new Map();
const onceAlive = (part, redo) => {
  const waits = awaited.has(part);
  if (isAlive(part) && !waits) return;
  awaited.set(part, redo);
  if (waits) return;
  const alike = () =>
    [...document.querySelectorAll(part.localName)].filter(
      ({ type, textContent }) => type === part.type && textContent === part.textContent,
    );
  const place = alike().indexOf(part);
  const end = Date.now() + 15_000;
  const wait = () => {
    const waiting = setInterval(() => {
      const standing = part.isConnected ? part : alike()[place];
      if ((!standing || !isAlive(standing)) && Date.now() < end) return;
      clearInterval(waiting);
      if (standing && isAlive(standing)) awaited.get(part)(standing);
      awaited.delete(part);
    }, 40);
  };
  setTimeout(() => (isAlive(part) ? awaited.delete(part) : wait()));
};
const pressEarly = ({ target, isTrusted }) => {
  const button = isTrusted && target instanceof Element ? target.closest('button') : null;
  if (button) onceAlive(button, (standing) => standing.click());
};
const fillEarly = ({ target }) => {
  const { type, checked, value } = target;
  if (type === 'checkbox' || type === 'radio')
    onceAlive(target, (standing) => {
      standing.checked = !checked;
      standing.click();
    });
  else if (value !== undefined && type !== 'file')
    onceAlive(target, (standing) => {
      // React takes for news only what is set past its own setter.
      standing.value = '';
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(standing), 'value').set.call(standing, value);
      for (const name of ['input', 'change']) standing.dispatchEvent(new Event(name, { bubbles: true }));
    });
};
// A form that says no address has only a script to send it: by itself it would begin the page anew and lose the press.
const sendEarly = (event) => {
  if (!isAlive(event.target) && !event.target.hasAttribute('action')) event.preventDefault();
};
addEventListener('click', pressEarly, true);
addEventListener('submit', sendEarly, true);
addEventListener('input', fillEarly, true);
