/** Reads JSON whose shape nobody vouches for: what is missing or of another type reads as not there. */

export type Json = Readonly<Record<string, unknown>>;

const NOTHING: Json = {};

export const recordOf = (value: unknown): Json => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : NOTHING);

export const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.map(recordOf) : []);

/** Text that says something. */
export const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

export const numberOf = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);

/** Without what is not known. */
export const defined = (values: Json): Json => Object.fromEntries(Object.entries(values).filter(([, value]) => value != null));
