/** Milliseconds of 24 hours. Calendar days are counted elsewhere, since some are shorter or longer. */
export const DAY = 86_400_000;
