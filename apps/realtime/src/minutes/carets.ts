/**
 * Who else is writing, and where: the awareness of y-protocols, among writers alone. Whose caret it is comes from the
 * connection; of what a client says of itself only the place and a colour are handed on.
 */
import { minutesLimits } from '@yishiting/domain/minutes-wire';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** A writer as the others see them. */
export interface CaretOwner {
  seat: string;
  name: string;
}

interface Caret {
  clock: number;
  /** JSON. */
  state: string;
  owner: CaretOwner;
}

/** Carets of one connection: its own editor has one; more than a few is no editor. */
const caretsEach = 4;

export class Carets {
  #carets = new Map<number, Caret>();
  #claim: (client: number, seat: string) => boolean;

  /** @param claim whether a client of the document is the seat's own */
  constructor(claim: (client: number, seat: string) => boolean) {
    this.#claim = claim;
  }

  /**
   * Takes in what one connection says.
   * @returns what to tell all writers, or null when there is nothing new
   * @throws when it is no awareness update
   */
  receive(owner: CaretOwner, update: Uint8Array): Uint8Array | null {
    const told: number[] = [];
    const gone: [number, number][] = [];
    for (const [client, clock, state] of read(update)) {
      const known = this.#carets.get(client);
      if (known ? known.owner.seat !== owner.seat : !this.#claim(client, owner.seat)) continue;
      if (known && (clock < known.clock || (clock === known.clock && state !== null))) continue;
      if (state === null) {
        if (this.#carets.delete(client)) gone.push([client, clock]);
        continue;
      }
      if (!known && this.#of(owner).length >= caretsEach) continue;
      this.#carets.set(client, { clock, state: shownOf(state, owner), owner });
      told.push(client);
    }
    return told.length + gone.length > 0 ? this.#written(told, gone) : null;
  }

  /** Every caret, for a writer who comes; null when there is none. */
  all(): Uint8Array | null {
    return this.#carets.size > 0 ? this.#written([...this.#carets.keys()], []) : null;
  }

  /** A connection ended: its carets go. @returns what to tell the others, or null */
  leave(owner: CaretOwner): Uint8Array | null {
    const gone = this.#of(owner).map(([client, { clock }]): [number, number] => [client, clock]);
    for (const [client] of gone) this.#carets.delete(client);
    return gone.length > 0 ? this.#written([], gone) : null;
  }

  #of(owner: CaretOwner): [number, Caret][] {
    return [...this.#carets].filter(([, caret]) => caret.owner === owner);
  }

  #written(told: readonly number[], gone: readonly (readonly [number, number])[]): Uint8Array {
    const encoder = encoding.createEncoder();
    const write = (client: number, clock: number, state: string) => {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, state);
    };
    encoding.writeVarUint(encoder, told.length + gone.length);
    for (const client of told) {
      const { clock, state } = this.#carets.get(client)!;
      write(client, clock, state);
    }
    for (const [client, clock] of gone) write(client, clock, 'null');
    return encoding.toUint8Array(encoder);
  }
}

/** Entries of an awareness update: client, clock, state (null when it is gone). */
function* read(update: Uint8Array): Generator<[number, number, object | null]> {
  if (update.byteLength > minutesLimits.caretBytes) throw new Error('A caret is not that large');
  const decoder = decoding.createDecoder(update);
  const count = decoding.readVarUint(decoder);
  for (let i = 0; i < count; i += 1) {
    const client = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    const state: unknown = JSON.parse(decoding.readVarString(decoder));
    if (typeof state !== 'object' || Array.isArray(state)) throw new Error('A caret is an object or null');
    yield [client, clock, state];
  }
}

function shownOf(state: object, { seat, name }: CaretOwner): string {
  const said = state as { cursor?: unknown; user?: { color?: unknown } | null };
  const color = said.user?.color;
  const known = typeof color === 'string' && /^#[0-9a-f]{6}$/i.test(color) ? { color } : {};
  return JSON.stringify({ user: { seat, name, ...known }, cursor: said.cursor ?? null });
}
