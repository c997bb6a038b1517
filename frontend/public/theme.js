// Runs before the first paint, so that a chosen scheme does not flash; the content policy allows no inline script.
try {
  const chosen = localStorage.getItem('commonplace.theme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
} catch {
  // Storage refused: the system's scheme stands.
}
