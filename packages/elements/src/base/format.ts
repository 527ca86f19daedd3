/** Numbers, money, days and times in the words of a language. One module each, so that a first view loads what it writes. */
export { formatDate } from './format/date.ts';
export { formatDays } from './format/days.ts';
export { formatList } from './format/list.ts';
export { formatMoney } from './format/money.ts';
export { formatNumber } from './format/number.ts';
export { formatRelative } from './format/relative.ts';
