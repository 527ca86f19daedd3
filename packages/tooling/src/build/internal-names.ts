/**
 * Members of our classes that no page and no other version of these files ever names; the static files have a short name for each. A name
 * belongs here only if it means nothing else anywhere: no member of the browser’s own, no field of the contract, no key of a string
 * (`test/internal-names.node.test.ts`). What shops share across copies of the code (`Shop`, `Resource`, the registry) must not be here.
 */
export const internalNames: readonly string[] = [
  // Of the base of all elements.
  'apart', 'besideError', 'currentPhase', 'currentShop', 'forget', 'guarded', 'lazy', 'mayWait', 'phase', 'phaseOf', 'prepare', 'requestUpdate', 'skeleton', 'sources', 'staleNote', 'tell', 'willUpdate', 'words',
];
