/** Handles nobody may take: routes, roles and words that would mislead. */
const reserved = new Set(
  `about abuse account admin administrator api app auth billing blog commonplace community config contact
  copyright dashboard data deleted dmca docs edit everyone faq feed feeds former former-member formermember guest handle help home
  import item items join kind kinds legal licence license link links list lists log login logout mail me
  member members mod moderator moderators new news nobody none null official owner people person
  pages place places policy postmaster privacy profile ranking rankings register report review reviews
  robots root rss security settings sign-in sign-up signin signout signup site staff static steward
  submit support system tag tags team terms test undefined user users vote votes webmaster welcome www you book books`
    .split(/\s+/)
    .map(handleSkeleton),
);

/** Why a text cannot be a handle at all, or undefined where it can. */
export function handleProblem(text: string): 'form' | undefined {
  return /^(?=.{3,20}$)(?=.*[A-Za-z])[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*$/.test(text) ? undefined : 'form';
}

/**
 * What two handles share when a reader could take one for the other: case, separators and
 * look-alikes folded (0 o, 1 l i, 5 s, vv w, rn m, cl d). Same skeleton, same handle.
 * Source: the skeleton of Unicode TR39, cut to the letters a handle may have.
 */
export function handleSkeleton(handle: string): string {
  return handle
    .toLowerCase()
    .replace(/[-_]/g, '')
    .replace(/0/g, 'o')
    .replace(/[1i|]/g, 'l')
    .replace(/5/g, 's')
    .replace(/vv/g, 'w')
    .replace(/rn/g, 'm')
    .replace(/cl/g, 'd');
}

/** Whether a handle reads like a reserved word. */
export function isReservedHandle(handle: string): boolean {
  return reserved.has(handleSkeleton(handle));
}
