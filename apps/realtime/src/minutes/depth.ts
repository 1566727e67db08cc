/**
 * How deep the elements of an update stand in each other, told before it is applied: yjs walks from every change up to
 * the root, so that elements in elements without end would hold up everybody for minutes.
 */
import * as Y from 'yjs';
import type { Struct } from './looking-through.ts';

/** A list in a list in a list is not as deep. */
const deepest = 30;

/** Where a struct hangs: in or beside another one, or at a root. */
type Hanging = { on: Y.ID; deeper: 0 | 1 } | null;

function hangingOf(struct: Struct): Hanging {
  if (!(struct instanceof Y.Item)) return null;
  // Read from an update and not yet integrated, the parent is a root's name, an id, or left out beside a neighbour.
  const parent: unknown = struct.parent;
  if (parent instanceof Y.ID) return { on: parent, deeper: 1 };
  const beside = struct.origin ?? struct.rightOrigin;
  return parent === null && beside ? { on: beside, deeper: 0 } : null;
}

/** Whether an element of the update would stand deeper than any text, or in itself. */
export function isTooDeep(doc: Y.Doc, structs: readonly Struct[]): boolean {
  const index = byClient(structs);
  const depths = new Map<Struct, number>();
  for (const struct of structs) {
    const way: [Struct, 0 | 1][] = [];
    let depth = 0;
    for (let at: Struct | undefined = struct; at;) {
      const known = depths.get(at);
      if (known !== undefined) {
        depth = known;
        break;
      }
      const hanging = hangingOf(at);
      way.push([at, hanging?.deeper ?? 0]);
      if (way.length > structs.length) return true;
      if (!hanging) break;
      const next = find(index, hanging.on);
      if (!next) depth = depthIn(doc, hanging.on);
      at = next;
    }
    for (const [one, deeper] of way.toReversed()) {
      depth += deeper;
      if (depth > deepest) return true;
      depths.set(one, depth);
    }
  }
  return false;
}

type Index = Map<number, Struct[]>;

function byClient(structs: readonly Struct[]): Index {
  const index: Index = new Map();
  for (const struct of structs) {
    const own = index.get(struct.id.client);
    if (own) own.push(struct);
    else index.set(struct.id.client, [struct]);
  }
  for (const own of index.values()) own.sort((a, b) => a.id.clock - b.id.clock);
  return index;
}

/** The struct of the update that holds an id. */
function find(index: Index, { client, clock }: Y.ID): Struct | undefined {
  const own = index.get(client) ?? [];
  let [low, high] = [0, own.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const { id, length } = own[middle]!;
    if (clock < id.clock) high = middle - 1;
    else if (clock >= id.clock + length) low = middle + 1;
    else return own[middle];
  }
  return undefined;
}

function depthIn(doc: Y.Doc, { client, clock }: Y.ID): number {
  if (clock >= Y.getState(doc.store, client)) return 0;
  const own = doc.store.clients.get(client) ?? [];
  const item: unknown = own[Y.findIndexSS(own, clock)];
  let depth = 0;
  for (let at: unknown = item; at instanceof Y.Item && at.parent instanceof Y.AbstractType; at = at.parent._item) {
    depth += 1;
  }
  return depth;
}
