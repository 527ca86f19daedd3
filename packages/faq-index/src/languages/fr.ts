import type { Language } from '../types.ts';
import { synonyms } from './fr.synonyms.ts';

const PLURAL = /(.{3,}?)(?:aux|eux|[sx])$/;
const ENDING =
  /(.{3,}?)(?:ements?|ations?|itions?|tions?|aisons?|ateurs?|atrices?|eurs?|euses?|ages?|ances?|ables?|ibles?|ites?|iques?|issez|issent|aient|erons|erez|eront|erai|era|ant|ent|ees?|ez|er|ir|ons|ais|ait|al|if|ive|ie|i|e)$/;

function key(word: string): string {
  // payer, paie and paiement differ in y and i.
  let stem = word.replace(/y/g, 'i').replace(/(.)\1/g, '$1');
  stem = PLURAL.exec(stem)?.[1] ?? stem;
  for (let round = 0; round < 2; round++) stem = ENDING.exec(stem)?.[1] ?? stem;
  return stem;
}

export const language: Language = {
  key,
  synonyms,
  stopWords:
    'a ai au aux avec avez avoir c ce ces cet cette comment combien d dans de des du elle en est et etre eu il ils j je l la le les leur lui m ma mais me mes moi mon n ne nos notre nous on ont ou par pas peut peux pour pourquoi puis qu quand que quel quelle quelles quels qui quoi s sa se ses si sont suis sur t un une vos votre vous y',
};
