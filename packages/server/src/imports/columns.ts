/** Kinds of CSV columns. */
import type { Column } from './types.ts';

export const text = (hint: string): Column => ({ read: (cell) => cell, hint });

export const whole = (hint: string): Column => ({ read: (cell) => (/^[+-]?\d{1,15}$/.test(cell) ? Number(cell) : cell), hint });

/** Several texts in one cell. */
export const several = (hint: string): Column => ({ read: (cell) => cell.split('|').map((item) => item.trim()).filter(Boolean), hint: `${hint}; several with | between them` });

export const money = (what: string): Column => whole(`${what}, in minor units as a whole number: 5000 for 50.00`);

export const time = (what: string): Column => text(`${what}, with its offset: 2026-11-22T09:30:00+02:00`);

export const required = (column: Column): Column => ({ ...column, required: true });
