import type { CallNode, ImportNode, Node, Rule, TemplateNode } from './rule.ts';

const banned: Readonly<Record<string, string>> = {
  unsafeHTML: 'it hands unchecked text to the HTML parser through Lit’s Trusted Types policy',
  unsafeSVG: 'it hands unchecked text to the parser through Lit’s Trusted Types policy',
  unsafeStatic: 'it hands unchecked text to the HTML parser',
  styleMap: 'a strict CSP drops inline styles: set CSSOM properties in a directive',
};

const htmlSinks = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'createContextualFragment', 'setHTMLUnsafe', 'setHTML'];

/** What may not be in shipped code, because some shop's page breaks it or is broken by it. */
export const hostPage: Rule = {
  create(context) {
    const report = (node: Node, message: string): void => context.report({ node, message });
    const sanitiser = /\/sanitise[^/]*\.ts$/.test(context.filename);
    return {
      ForInStatement: (node: Node) => report(node, 'No for…in: pages that extend Array.prototype or Object.prototype put their own keys in. Use Object.keys.'),
      CallExpression(node: CallNode) {
        const { object, property } = node.callee;
        if (object?.name === 'Array' && property?.name === 'from') report(node, 'No Array.from: old libraries replace it. Spread instead.');
        if (property?.name === 'bind' && node.arguments.length > 1) report(node, 'No .bind with arguments: old libraries lose them. Use an arrow function.');
        if (property?.name === 'setAttribute' && node.arguments[0]?.value === 'style') report(node, 'No inline style: a strict CSP drops it. Set CSSOM properties.');
      },
      MemberExpression(node: Node & { property: { name?: string } }) {
        const name = node.property.name ?? '';
        if (!sanitiser && htmlSinks.includes(name)) report(node, `No ${name} outside the sanitiser (a file named sanitise….ts).`);
      },
      ImportDeclaration(node: ImportNode) {
        for (const specifier of node.specifiers ?? []) {
          const name = specifier.imported?.name ?? '';
          const reason = banned[name];
          if (reason) report(node, `No ${name}: ${reason}.`);
        }
      },
      TaggedTemplateExpression(node: TemplateNode) {
        const text = node.quasi.quasis.map((quasi) => quasi.value.raw).join('${}');
        if (node.tag.name === 'html' && /<[^>]*\sstyle\s*=/.test(text)) report(node, 'No style= in templates: a strict CSP drops it. Use a class, a part or CSSOM.');
        if (node.tag.name === 'html' && /<[^>]*\.innerHTML\s*=/i.test(text)) report(node, 'No .innerHTML binding: use the sanitiser.');
        if (node.tag.name === 'css' && /\d\s*rem\b/.test(text)) report(node, 'No rem: its size is the shop’s. Use px, or em from a size set at the host.');
      },
    };
  },
};
