// Before the first paint, so that a chosen scheme does not flash; no inline script is let through.
try {
  const chosen = localStorage.getItem('commonplace.theme');
  if (/^(light|dark)$/.test(chosen)) document.documentElement.dataset.theme = chosen;
} catch {
  // Storage refused.
}

// A press on a button that React has not taken over yet is done as soon as it has. React marks what it has taken over; what
// it took over because of this very press it has done itself.
const pressEarly = ({ target, isTrusted }) => {
  const button = isTrusted && target instanceof Element ? target.closest('button') : null;
  const isAlive = () => Object.keys(button).some((name) => name.startsWith('__reactProps'));
  if (!button || isAlive()) return;
  const end = Date.now() + 15_000;
  const wait = () => {
    const waiting = setInterval(() => {
      if (!isAlive() && button.isConnected && Date.now() < end) return;
      clearInterval(waiting);
      if (isAlive() && button.isConnected) button.click();
    }, 40);
  };
  setTimeout(() => isAlive() || wait());
};
addEventListener('click', pressEarly, true);
