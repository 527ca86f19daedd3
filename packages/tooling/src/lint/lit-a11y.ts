import plugin from 'eslint-plugin-lit-a11y';
import type { Context, Rule } from './rule.ts';

/** eslint-plugin-lit-a11y keeps notes on the parser services, which oxlint freezes: it gets some of its own per file. */
function withNotes(context: Context): Context {
  const sourceCode = Object.create(context.sourceCode, { parserServices: { value: {} } }) as object;
  return Object.create(context, { sourceCode: { value: sourceCode } }) as Context;
}

const rules = Object.entries(plugin.rules as Record<string, Rule>).map(([name, rule]) => [
  name,
  { ...rule, create: (context: Context) => rule.create(withNotes(context)) },
]);

export default { meta: { name: 'a11y' }, rules: Object.fromEntries(rules) as Record<string, Rule> };
