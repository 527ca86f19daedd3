/** The little of a lint rule's types that our rules need. */
export interface Node {
  type: string;
  parent?: Node;
  [key: string]: unknown;
}

export interface Context {
  readonly filename: string;
  readonly sourceCode: object;
  report(problem: { node: Node; message: string }): void;
}

export interface Rule {
  create(context: Context): Record<string, (node: never) => void>;
}

export interface ImportNode extends Node {
  source: { value: string } | null;
  specifiers?: { type: string; imported?: { name?: string } }[];
}

export interface TemplateNode extends Node {
  tag: Node & { name?: string };
  quasi: { quasis: (Node & { value: { raw: string } })[] };
}

export interface CallNode extends Node {
  callee: Node & { object?: Node & { name?: string }; property?: Node & { name?: string }; name?: string };
  arguments: (Node & { value?: unknown })[];
}
