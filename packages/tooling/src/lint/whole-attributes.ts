import type { Node, Rule, TemplateNode } from './rule.ts';

const HOLE = '\0';
const VALUE = /\s[\w.?@-]+=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;

/** In templates a hole is the whole value of an attribute: our own templates (`elements/src/base/template.ts`) know no other. */
export const wholeAttributes: Rule = {
  create(context) {
    return {
      TaggedTemplateExpression(node: TemplateNode) {
        if (node.tag.name !== 'html') return;
        const text = node.quasi.quasis.map((quasi) => quasi.value.raw).join(HOLE);
        const isPart = [...text.matchAll(VALUE)].some(([, double, single, bare]) => [double, single, bare].some((value) => value?.includes(HOLE) && value !== HOLE));
        if (isPart) context.report({ node: node as Node, message: 'A hole must be the whole value of an attribute: class=${`card ${name}`} instead of class="card ${name}".' });
      },
    };
  },
};
