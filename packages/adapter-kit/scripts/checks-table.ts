/** The table of checks in the README, made from the checks themselves. */
import { GROUPS, type Check, type Group } from '../src/check.ts';
import { CHECKS } from '../src/checks/index.ts';

const BEGIN = '<!-- generated:checks -->';
const END = '<!-- /generated:checks -->';

const ABOUT: Readonly<Record<Group, string>> = {
  shape: 'What the adapter looks like, and every answer of a read against the schemas',
  points: 'Accounts, programs, the ledger, and what spending does',
  referrals: 'Offers, links, claims and friends',
  reviews: 'What may be reviewed, and what becomes of what was written',
  returns: 'Policies, last days, and the statutory withdrawal',
  faq: 'Entries, languages, search, votes, contact',
  tracking: 'Parcels, checkpoints and their times',
  transport: 'What is sent, what is never sent, and every way in which it can fail',
  identity: 'The token says who asks, and nothing else does',
  writes: 'Once for each key, no races, nothing kept',
  hostile: 'Texts and names that try to break something',
};

const code = (text: string): string => `\`${text}\``;
const list = (names: readonly string[]): string => names.map(code).join(', ');

function section(group: Group, checks: readonly Check[]): string {
  const rows = checks.map(({ name, needs, inspects = [], uses = [] }) => `| ${name} | ${list(needs)} | ${list([...inspects.map((question) => `inspect.${question}`), ...uses])} |`);
  return [`### ${code(group)}`, '', `${ABOUT[group]}.`, '', '| Check | Needs of the adapter | Needs of the set-up |', '| --- | --- | --- |', ...rows].join('\n');
}

/** The README with the table as it has to be. */
export function withTable(readme: string): string {
  const [from, to] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`The README has no ${BEGIN} … ${END}.`);
  const sections = GROUPS.map((group) => section(group, CHECKS.filter((check) => check.group === group)));
  const table = [`${CHECKS.length} checks in ${GROUPS.length} groups.`, ...sections].join('\n\n');
  return `${readme.slice(0, from + BEGIN.length)}\n\n${table}\n\n${readme.slice(to)}`;
}
