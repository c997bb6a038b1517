/** A part of an address as it was meant: the router leaves what separates parts (%23 for #) encoded. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
