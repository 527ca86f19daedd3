import type { Language } from '../types.ts';
import { synonyms } from './es.synonyms.ts';

const PLURAL = /(.{3,}?)(?:ces|es|s)$/;
const ENDING =
  /(.{3,}?)(?:amientos?|imientos?|aciones|acion|iciones|icion|uciones|ucion|ciones|cion|siones|sion|adores?|adoras?|idores?|ablemente|mente|ables?|ibles?|anzas?|ancias?|idades|idad|ando|iendo|aron|ieron|aban|aba|ados?|adas?|idos?|idas?|emos|amos|imos|ares|eres|ar|er|ir|an|en|as|es|os|a|e|o)$/;

function key(word: string): string {
  // The vowel of many verbs breaks up under stress: devolver, devuelvo; perder, pierdo.
  let stem = word.replace(/ue/g, 'o').replace(/ie/g, 'e');
  stem = PLURAL.exec(stem)?.[1] ?? stem;
  for (let round = 0; round < 2; round++) stem = ENDING.exec(stem)?.[1] ?? stem;
  return stem;
}

export const language: Language = {
  key,
  synonyms,
  stopWords:
    'a al algo como con cual cuales cuando cuanto cuanta cuantos cuantas de del desde donde e el ella en es esta estan este esto ha han hay he la las le lo los mas me mi mis muy ni no nos o para pero por porque pueden puede puedo que quien quiero se ser si sin sobre son su sus te tengo tiene tienen tu tus un una unas unos y ya yo',
};
