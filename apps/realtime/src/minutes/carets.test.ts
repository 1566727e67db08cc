import { expect, describe, it } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { Carets } from './carets.ts';

const zhou = { seat: 'seat of Zhou', name: '周敏' };
const wang = { seat: 'seat of Wang', name: '王建国' };
/** Every client belongs to whoever claims it first. */
const aTable = () => {
  const owners = new Map<number, string>();
  return new Carets((client, seat) => (owners.has(client) || owners.set(client, seat)) && owners.get(client) === seat);
};
function anEditor(state: object) {
  const awareness = new Awareness(new Y.Doc());
  clearInterval(awareness._checkInterval as never);
  awareness.setLocalState(state as never);
  const said = () => encodeAwarenessUpdate(awareness, [awareness.clientID]);
  const hear = (update: Uint8Array | null) => update && applyAwarenessUpdate(awareness, update, null);
  const seen = () =>
    [...awareness.getStates()].filter(([client]) => client !== awareness.clientID).map(([, one]) => one);
  return { awareness, said, hear, seen };
}

describe('carets', () => {
  it('go to the others with the name of who sits there, whatever the client says of itself', () => {
    const carets = aTable();
    const one = anEditor({ user: { name: '王建国', color: '#00ff00', seat: 'x' }, cursor: { anchor: 3 }, secret: 1 });
    const other = anEditor({});
    other.hear(carets.receive(zhou, one.said()));
    expect(other.seen()).toEqual([
      { user: { seat: zhou.seat, name: '周敏', color: '#00ff00' }, cursor: { anchor: 3 } },
    ]);
    const late = anEditor({});
    late.hear(carets.all());
    expect(late.seen()).toHaveLength(1);
  });

  it('are gone with the connection, or when the editor says so', () => {
    const carets = aTable();
    const [one, two, other] = [anEditor({ cursor: 1 }), anEditor({ cursor: 2 }), anEditor({})];
    other.hear(carets.receive(zhou, one.said()));
    other.hear(carets.receive(wang, two.said()));
    expect(other.seen()).toHaveLength(2);
    other.hear(carets.leave(zhou));
    expect(other.seen()).toHaveLength(1);
    removeAwarenessStates(two.awareness, [two.awareness.clientID], 'left');
    other.hear(carets.receive(wang, two.said()));
    expect([other.seen(), carets.all()]).toEqual([[], null]);
  });

  it('cannot be moved or removed by another', () => {
    const carets = aTable();
    const one = anEditor({ cursor: 1 });
    carets.receive(zhou, one.said());
    one.awareness.setLocalState({ cursor: 9 } as never);
    expect(carets.receive(wang, one.said())).toBeNull();
    one.awareness.setLocalState(null);
    expect(carets.receive(wang, one.said())).toBeNull();
    expect(carets.all()).not.toBeNull();
  });

  it('are few for one connection, and small', () => {
    const carets = aTable();
    for (let n = 0; n < 10; n += 1) carets.receive(zhou, anEditor({ cursor: n }).said());
    const other = anEditor({});
    other.hear(carets.all());
    expect(other.seen()).toHaveLength(4);
    expect(() => carets.receive(wang, anEditor({ cursor: 'x'.repeat(5_000) }).said())).toThrow('that large');
    const none = encoding.createEncoder();
    for (const n of [1, 7, 1]) encoding.writeVarUint(none, n);
    encoding.writeVarString(none, '[1]');
    expect(() => carets.receive(wang, encoding.toUint8Array(none))).toThrow('object or null');
  });
});
