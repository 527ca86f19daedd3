/**
 * Decorators as calls. Vendure, Nest and TypeORM know classes by their decorators; written with `@` they need a compiler of their own, while
 * these sources run as they are, wherever TypeScript’s types can be taken away. For the same reason every column names its type, and every
 * constructor what it is given.
 */
import { Inject, type InjectionToken } from '@nestjs/common';

interface Class {
  readonly prototype: object;
}
/** Less than a `PropertyDecorator`: no property here is named by a symbol. */
type OfProperty = (prototype: object, name: string) => void;
type Columns<C extends Class> = { readonly [K in keyof C['prototype']]?: OfProperty };

/** `@…` before a class. */
export const describeClass = <C extends Class>(target: C, ...decorators: readonly ClassDecorator[]): void => {
  for (const decorator of [...decorators].reverse()) decorator(target as never);
};

/** `@Column(…)` before properties. */
export const describeColumns = <C extends Class>(target: C, columns: Columns<C>): void => {
  for (const [name, decorator] of Object.entries(columns) as [string, OfProperty][]) decorator(target.prototype, name);
};

/** What a constructor is given, in its order. */
export const describeConstructor = (target: Class, ...tokens: readonly InjectionToken[]): void => {
  for (const [index, token] of tokens.entries()) Inject(token)(target, undefined, index);
};

/** `@…` before a method, and before each of its parameters. */
export function describeMethod<C extends Class>(target: C, name: keyof C['prototype'] & string, decorators: readonly MethodDecorator[], parameters: readonly ParameterDecorator[]): void {
  for (const [index, parameter] of parameters.entries()) parameter(target.prototype, name, index);
  const descriptor = Object.getOwnPropertyDescriptor(target.prototype, name)!;
  for (const decorator of [...decorators].reverse()) decorator(target.prototype, name, descriptor);
}
