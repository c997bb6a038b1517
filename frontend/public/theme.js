// Before the first paint, so that a chosen scheme does not flash; no inline script is let through.
try {
  const chosen = localStorage.getItem('commonplace.theme');
  if (/^(light|dark)$/.test(chosen)) document.documentElement.dataset.theme = chosen;
} catch {
  // Storage refused.
}
