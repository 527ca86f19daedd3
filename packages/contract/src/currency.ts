/**
 * Currencies whose minor unit is not a hundredth (ISO 4217, list one, 2026-01-01), by how many decimals it has. Not from `Intl`, which in some browsers has
 * the decimals that people write instead: none for HUF, where ISO 4217 has two.
 */
const DECIMALS = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

/** How many decimals the minor unit of a currency has: 2 for EUR, 0 for JPY, 3 for KWD. A code that is not known has 2. */
export const currencyExponent = (currency: string): number => Number(Object.entries(DECIMALS).find(([, codes]) => codes.includes(currency))?.[0] ?? 2);
