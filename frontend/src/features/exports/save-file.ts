/** Hands texts to the browser as a file. */
export function saveFile(texts: string[], { filename, contentType }: { filename: string; contentType: string }): void {
  const address = URL.createObjectURL(new Blob(texts, { type: contentType }));
  Object.assign(document.createElement('a'), { href: address, download: filename }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
