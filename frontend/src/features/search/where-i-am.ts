const name = 'where-i-am';

/** Keeps where the browser said it is (`latitude,longitude`), for this tab alone: so that its address reads as that. */
export function noteWhereIAm(position: string): void {
  try {
    sessionStorage.setItem(name, position);
  } catch {
    // A browser that keeps nothing shows the numbers.
  }
}

/** Whether this is where the browser said it is. */
export function isWhereIAm(position: string): boolean {
  try {
    return sessionStorage.getItem(name) === position;
  } catch {
    return false;
  }
}
