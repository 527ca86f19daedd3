import type { Rolldown } from 'vite';

type Graph = Rolldown.ChunkingContext;

/**
 * What the loader's chunks hold. Everything that an element needs at once comes in two files, its own and the shared
 * `runtime`, which has `<aftercart-shop>`, too: hardly any page goes without it. A module that only one element uses is in that
 * element's file. Lazy parts (panels, locales, adapters) stay
 * where the bundler puts them. All modules of one file run when it is imported, so the loader must not count on a moment
 * between two lazy imports from the same folder.
 */
export function loaderChunks(): Rolldown.CodeSplittingGroup {
  let owners: Map<string, Set<string>> | undefined;
  return {
    debugName: 'first load',
    name(id, graph) {
      owners ??= findOwners(id, graph);
      const names = [...(owners.get(id) ?? [])];
      return names.length > 1 || names[0] === 'shop' ? 'runtime' : (names[0] ?? null);
    },
    includeDependenciesRecursively: false,
  };
}

/** Modules that a shop and its elements ask for by themselves as soon as they are on the page. */
const SOON = /\/(?:core\/src\/later|elements\/src\/base\/after-paint|elements\/src\/shop\/token-url)\.ts$/;

/**
 * What every element asks for soon after its first paint, in one file: for what compresses together, and for one request instead of four.
 *
 * @param first Modules of an entry that it loads at once, and that are therefore in another file.
 */
export function laterChunk(first: (anyId: string, graph: Graph) => ReadonlySet<string> = firstLoad): Rolldown.CodeSplittingGroup {
  let members: Set<string> | undefined;
  return {
    debugName: 'later',
    name(id, graph) {
      members ??= new Set([...laterModules(id, graph)].filter((member) => !first(id, graph).has(member)));
      return members.has(id) ? 'later' : null;
    },
    includeDependenciesRecursively: false,
  };
}

/** The same for the loader, which loads elements at once that are lazily imported. */
export const loadersLaterChunk = (): Rolldown.CodeSplittingGroup => laterChunk((id, graph) => new Set(findOwners(id, graph).keys()));

const firstLoad = (id: string, graph: Graph): Set<string> => staticClosure([entryAbove(id, graph)], graph);

function laterModules(anyId: string, graph: Graph): Set<string> {
  const seen = staticClosure([entryAbove(anyId, graph)], graph);
  // Lazily imported ones, too.
  const queue = [...seen];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    seen.add(id);
    const { importedIds = [], dynamicallyImportedIds = [] } = graph.getModuleInfo(id) ?? {};
    queue.push(...[...importedIds, ...dynamicallyImportedIds].filter((next) => !seen.has(next)));
  }
  return staticClosure([...seen].filter((id) => SOON.test(id)), graph);
}

/** For every module: the elements that load it at once. Modules of the loader itself have none: they stay in its file. */
function findOwners(anyId: string, graph: Graph): Map<string, Set<string>> {
  const loader = staticClosure([entryAbove(anyId, graph)], graph);
  const owners = new Map<string, Set<string>>();
  for (const id of loader) {
    for (const target of graph.getModuleInfo(id)?.dynamicallyImportedIds ?? []) {
      // `points-badge/define.ts` and, for what the loader adds to an element, `loader/shop.ts`.
      const element = /\/elements\/src\/(?:loader\/)?([^/]+?)(?:\/[^/]+)?\.ts$/.exec(target)?.[1];
      if (!element) continue;
      for (const member of staticClosure([target], graph)) {
        if (loader.has(member)) continue;
        owners.set(member, (owners.get(member) ?? new Set()).add(element));
      }
    }
  }
  return owners;
}

function staticClosure(ids: readonly string[], graph: Graph): Set<string> {
  const seen = new Set<string>();
  const queue = [...ids];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    queue.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
  }
  return seen;
}

function entryAbove(start: string, graph: Graph): string {
  const seen = new Set<string>();
  const queue = [start];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const info = graph.getModuleInfo(id);
    if (!info) continue;
    if (info.isEntry && info.importers.length + info.dynamicImporters.length === 0) return id;
    queue.push(...info.importers, ...info.dynamicImporters);
  }
  throw new Error(`No entry leads to ${start}.`);
}
