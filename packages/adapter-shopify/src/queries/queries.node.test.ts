import { getNamedType, isCompositeType, parse, TypeInfo, validate, visit, visitWithTypeInfo, type FieldNode, type GraphQLEnumType, type GraphQLSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../language.ts';
import { CUSTOMER_ACCOUNT, STOREFRONT } from '../test/schemas.ts';
import * as parcels from './parcels.ts';
import * as questions from './questions.ts';
import * as returns from './returns.ts';
import * as storeCredit from './store-credit.ts';

const { REFUND_POLICY, ...ofReturns } = returns;
const QUERIES: readonly (readonly [name: string, schema: GraphQLSchema, query: string])[] = [
  ...Object.entries({ ...parcels, ...ofReturns, ...storeCredit }).map(([name, query]) => [name, CUSTOMER_ACCOUNT, query] as const),
  ...Object.entries({ ...questions, REFUND_POLICY }).map(([name, query]) => [name, STOREFRONT, query] as const),
];
const faults = (schema: GraphQLSchema, query: string): string[] => validate(schema, parse(query)).map(({ message }) => message);

/** Every field, with where it stands. */
function fieldsOf(query: string): FieldNode[] {
  const fields: FieldNode[] = [];
  visit(parse(query), { Field: (node) => void fields.push(node) });
  return fields;
}

describe.each(QUERIES)('%s', (_, schema, query) => {
  it('is valid against the published schema', () => expect(faults(schema, query)).toEqual([]));

  it('asks for no field that Shopify is about to take away', () => {
    const types = new TypeInfo(schema);
    const old: string[] = [];
    visit(parse(query), visitWithTypeInfo(types, { Field: ({ name }) => void (types.getFieldDef()?.deprecationReason && old.push(name.value)) }));
    expect(old).toEqual([]);
  });

  it('would be found out by any field that there is not', () => {
    for (const { loc, name } of fieldsOf(query)) {
      if (name.value === '__typename') continue;
      const { start, end } = name.loc ?? loc!;
      const mutated = `${query.slice(0, start)}no_${name.value}${query.slice(end)}`;
      expect(faults(schema, mutated), name.value).not.toEqual([]);
    }
  });

  it('is only a query', () => expect(parse(query).definitions.flatMap((each) => (each.kind === 'OperationDefinition' ? each.operation : []))).toEqual(['query']));
});

/** An object costs a point, a list that of as many as are asked for: https://shopify.dev/docs/api/usage/limits#calculating-the-query-cost */
function costOf(schema: GraphQLSchema, query: string, variables: Record<string, number>): number {
  const types = new TypeInfo(schema);
  const stack = [{ cost: 0, times: 1 }];
  const fragments = new Map<string, number>();
  const document = parse(query);
  const ordered = { ...document, definitions: document.definitions.toReversed() };
  let whole = 0;
  visit(ordered, visitWithTypeInfo(types, {
    FragmentDefinition: { enter: () => void stack.push({ cost: 0, times: 1 }), leave: ({ name }) => void fragments.set(name.value, stack.pop()!.cost) },
    FragmentSpread: ({ name }) => void (stack.at(-1)!.cost += fragments.get(name.value)!),
    Field: {
      enter: ({ arguments: given }) => {
        const first = given?.find(({ name }) => name.value === 'first')?.value;
        stack.push({ cost: 0, times: first?.kind === 'IntValue' ? Number(first.value) : first?.kind === 'Variable' ? variables[first.name.value]! : 1 });
      },
      leave: () => {
        const { cost, times } = stack.pop()!;
        const type = getNamedType(types.getType()!);
        const isObject = isCompositeType(type) && !type.name.endsWith('Connection') && type.name !== 'PageInfo';
        stack.at(-1)!.cost += cost * times + (isObject ? 1 : 0);
      },
    },
    OperationDefinition: { leave: () => void (whole = stack.at(-1)!.cost) },
  }));
  return whole;
}

it.each(QUERIES.filter(([, schema]) => schema === CUSTOMER_ACCOUNT))('%s costs less than the 1,000 points that a query may', (_, schema, query) => {
  const cost = costOf(schema, query, { first: 100 });
  expect(cost).toBeGreaterThan(20);
  expect(cost).toBeLessThan(1_000);
});

it('the languages are those that both APIs know', () => {
  const [one, other] = [CUSTOMER_ACCOUNT, STOREFRONT].map((schema) => (schema.getType('LanguageCode') as GraphQLEnumType).getValues().map(({ name }) => name));
  expect(LANGUAGES.split(' ')).toEqual(one!.filter((code) => other!.includes(code)).toSorted());
});
