import type { Package as Manifest } from 'custom-elements-manifest';
import { declarations, type Declaration } from './analyze.ts';

/** What a shop may rely on, by tag: a name that goes is a breaking change. */
export type Api = Record<string, ElementApi>;

export interface ElementApi {
  attributes: string[];
  events: string[];
  slots: string[];
  parts: string[];
  states: string[];
  properties: string[];
}

export const apiKinds = ['attributes', 'events', 'slots', 'parts', 'states', 'properties'] as const;

export function apiOf(manifest: Manifest): Api {
  return Object.fromEntries(declarations(manifest).map((declaration) => [declaration.tagName, elementApi(declaration)]));
}

function elementApi(declaration: Declaration): ElementApi {
  return {
    attributes: names(declaration.attributes),
    events: names(declaration.events),
    slots: names(declaration.slots),
    parts: names(declaration.cssParts),
    states: names(declaration.cssStates),
    properties: names(declaration.cssProperties),
  };
}

function names(items: readonly { name?: string }[] | undefined): string[] {
  return (items ?? []).map((item) => item.name ?? '').sort();
}
