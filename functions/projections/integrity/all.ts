import type { Row } from '#functions/table/table.ts';
import type { Check } from './check.ts';
import { checkDiscussions } from './discussions.ts';
import { checkModeration } from './moderation.ts';
import { checkProposals } from './proposals.ts';
import { checkRelations } from './relations.ts';
import { checkRevisions } from './revisions.ts';
import { checkWordings } from './wordings.ts';

/**
 * What must hold among the facts themselves, which no projection shows and no rebuild mends: what one transaction writes is
 * there together. Facts that nothing can be made of are told elsewhere.
 */
export class Integrity {
  readonly #checks: Check[] = [
    checkRevisions(),
    checkProposals(),
    checkDiscussions(),
    checkRelations(),
    checkModeration(),
    checkWordings(),
  ];

  add(row: Row): void {
    for (const check of this.#checks) {
      try {
        check.add(row);
      } catch {
        // One unfit row must not hide what became of all others; the recount names it.
      }
    }
  }

  differences(): string[] {
    return this.#checks.flatMap((check) => check.differences());
  }
}
