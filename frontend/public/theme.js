// Before the first paint, so that a chosen scheme does not flash; no inline script is let through.
try {
  const chosen = localStorage.getItem('commonplace.theme');
  if (/^(light|dark)$/.test(chosen)) document.documentElement.dataset.theme = chosen;
  // Nor may what is for guests stand there first and then go from under a finger.
  if (localStorage.getItem('commonplace.session')) document.documentElement.dataset.session = '';
} catch {
  // Storage refused.
}

// A press on a button that React has not taken over yet is done as soon as it has, or on the button that it put there
// instead. React marks what it has taken over; what it took over because of this very press it has done itself.
const isAlive = (button) => Object.keys(button).some((name) => name.startsWith('__reactProps'));
const pressEarly = ({ target, isTrusted }) => {
  const button = isTrusted && target instanceof Element ? target.closest('button') : null;
  if (!button || isAlive(button)) return;
  const alike = () => [...document.querySelectorAll('button')].filter((one) => one.textContent === button.textContent);
  const place = alike().indexOf(button);
  const end = Date.now() + 15_000;
  const wait = () => {
    const waiting = setInterval(() => {
      const standing = button.isConnected ? button : alike()[place];
      if ((!standing || !isAlive(standing)) && Date.now() < end) return;
      clearInterval(waiting);
      if (standing && isAlive(standing)) standing.click();
    }, 40);
  };
  setTimeout(() => isAlive(button) || wait());
};
addEventListener('click', pressEarly, true);
