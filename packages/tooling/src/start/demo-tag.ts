/** Attributes with which an element shows what it is best known for over the demo adapter. */
const attributes: Readonly<Record<string, string>> = {
  'returns-banner': 'country="GR" order="NP-10218"',
  'tracking-timeline': 'order="NP-10241"',
};

/** The tag of an element, by its name without the prefix, as a shop would write it. */
export function demoTag(name: string, more = ''): string {
  const written = [`aftercart-${name}`, attributes[name], more].filter(Boolean).join(' ');
  return `<${written}>Slotted words</aftercart-${name}>`;
}
