import type { Language } from '../types.ts';
import { synonyms } from './fr.synonyms.ts';

/** Not of the u of bureau: bureaux, but animaux of animal. */
const PLURAL = /(.{3,}?)(?:(?<!e)aux|eux|[sx])$/;
const ENDING =
  /(.{3,}?)(?:(?:iss)?ements?|ations?|itions?|tions?|aisons?|ateurs?|atrices?|eurs?|euses?|ages?|ances?|ables?|ibles?|ites?|iques?|iss(?:ez|ent|ant|ait|aient|ons?)|[ei]r(?:ai|a|ez|ons?|ont|ait|aient|iez|ions?)|aient|iez|ant|ent|ees?|ez|er|oir|ir|ons|ait|al|ive|if|it|ie|(?<=[nr]d|uiv)re|(?<=[nr]d|c)ue?|i|e)$/;

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
