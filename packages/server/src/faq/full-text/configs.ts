/** Text search configurations that PostgreSQL has had since the oldest version that is supported, by language. Others are searched as written. */
export const POSTGRES_CONFIGS: Readonly<Record<string, string>> = {
  ar: 'arabic', da: 'danish', de: 'german', el: 'greek', en: 'english', es: 'spanish', fi: 'finnish', fr: 'french', ga: 'irish', hu: 'hungarian',
  id: 'indonesian', it: 'italian', lt: 'lithuanian', ne: 'nepali', nl: 'dutch', no: 'norwegian', pt: 'portuguese', ro: 'romanian', ru: 'russian',
  sv: 'swedish', ta: 'tamil', tr: 'turkish',
};

export const configOf = (locale: string): string => POSTGRES_CONFIGS[locale.split('-')[0]!] ?? 'simple';
