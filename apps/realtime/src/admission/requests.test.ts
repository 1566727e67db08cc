import { expect, it } from 'vitest';
import { most, patience, Requests, type Asks } from './requests.ts';

let ids = 0;
const asks = (more: Partial<Asks> = {}): Asks => {
  ids += 1;
  return { request: `r${ids}`, name: '吴桂芳', seat: null, at: 1_000, session: null, ticket: null, ...more };
};

/** Requests, and how often what waits became another list. */
function aDoor() {
  const told = { times: 0 };
  const requests = new Requests(() => (told.times += 1));
  const names = () => requests.waiting.map(({ name }) => name);
  return { requests, told, names };
}

it('shows who waits in the order in which they came, and each hears their own answer alone', () => {
  const { requests, names } = aDoor();
  const [first, second, third] = ['吴桂芳', '何平', '郑红'].map((name) => requests.ask(asks({ name }))!);
  expect(names()).toEqual(['吴桂芳', '何平', '郑红']);
  const [one, two] = requests.waiting;
  expect(requests.take(one!.request)).toMatchObject({ name: '吴桂芳', seat: null });
  requests.admit(one!.request, 'token');
  expect(requests.decline(two!.request)).toBe(true);
  expect(names()).toEqual(['郑红']);
  expect(requests.asked(first!, 2_000)).toEqual({ state: 'admitted', token: 'token' });
  expect(requests.asked(second!, 2_000)).toEqual({ state: 'declined' });
  expect(requests.asked(third!, 2_000)).toEqual({ state: 'waiting' });
  expect(requests.asked('another', 2_000)).toBeNull();
});

it('is decided once: of two who take it up at one time the second finds it gone', () => {
  const { requests } = aDoor();
  const ticket = requests.ask(asks())!;
  const { request } = requests.waiting[0]!;
  expect(requests.take(request)).not.toBeNull();
  expect(requests.take(request)).toBeNull();
  expect(requests.decline(request)).toBe(false);
  expect(requests.asked(ticket, 2_000)).toEqual({ state: 'waiting' });
  requests.putBack(request);
  expect(requests.waiting).toHaveLength(1);
  expect(requests.take(request)).not.toBeNull();
  requests.admit(request, 'token');
  expect(requests.decline(request)).toBe(false);
  expect(requests.take(request)).toBeNull();
});

it('keeps one request of a browser: who corrects a name keeps their place, who was declined comes last', () => {
  const { requests, told, names } = aDoor();
  const ticket = requests.ask(asks({ name: '吴桂方' }))!;
  const before = requests.waiting[0]!;
  requests.ask(asks({ name: '何平' }));
  expect(requests.ask(asks({ name: '吴桂芳', ticket, at: 9_000 }))).toBe(ticket);
  expect(requests.waiting[0]).toEqual({ ...before, name: '吴桂芳' });
  const times = told.times;
  requests.ask(asks({ name: '吴桂芳', ticket, at: 9_500 }));
  expect(told.times).toBe(times);
  requests.decline(before.request);
  expect(requests.ask(asks({ name: '吴桂芳', ticket, at: 9_900 }))).toBe(ticket);
  expect(names()).toEqual(['何平', '吴桂芳']);
  expect(requests.waiting[1]!.request).not.toBe(before.request);
});

it('knows a browser by its session, too, and lets the same one ask for another seat once it was admitted', () => {
  const { requests, names } = aDoor();
  const first = requests.ask(asks({ session: 's', name: '吴桂芳' }))!;
  expect(requests.ask(asks({ session: 's', name: '何平' }))).toBe(first);
  expect(requests.ask(asks({ session: 'other' }))).not.toBe(first);
  expect(names()).toEqual(['何平', '吴桂芳']);
  const { request } = requests.waiting[0]!;
  requests.take(request);
  requests.admit(request, 'token');
  expect(requests.ask(asks({ session: 's' }))).not.toBe(first);
  expect(requests.asked(first, 2_000)).toEqual({ state: 'admitted', token: 'token' });
});

it('does not take anew what was admitted a moment before its page asked again', () => {
  const { requests } = aDoor();
  const ticket = requests.ask(asks())!;
  const { request } = requests.waiting[0]!;
  requests.take(request);
  expect(requests.ask(asks({ ticket }))).toBe(ticket);
  requests.admit(request, 'token');
  expect(requests.ask(asks({ ticket }))).toBe(ticket);
  expect(requests.waiting).toEqual([]);
});

it('[R8] keeps so many and no more; those whose page is gone make room first', () => {
  const { requests } = aDoor();
  const tickets = Array.from({ length: most }, () => requests.ask(asks())!);
  expect(requests.ask(asks({ at: 1_000 + patience }))).toBeNull();
  expect(requests.waiting).toHaveLength(most);
  requests.asked(tickets[7]!, 5_000);
  const now = 1_001 + patience;
  const late = requests.ask(asks({ at: now }))!;
  expect(requests.asked(tickets[7]!, now)).toEqual({ state: 'waiting' });
  expect(requests.asked(late, now)).toEqual({ state: 'waiting' });
  expect(requests.waiting).toHaveLength(2);
});

it('[R9] a seat taken from its devices is asked for in vain', () => {
  const { requests, names } = aDoor();
  const [revoked, other] = ['seat-1', 'seat-2'].map((seat) => requests.ask(asks({ seat, name: seat }))!);
  requests.ask(asks({ name: '吴桂芳' }));
  requests.declineFor(['seat-1']);
  expect(names()).toEqual(['seat-2', '吴桂芳']);
  expect(requests.asked(revoked!, 2_000)).toEqual({ state: 'declined' });
  expect(requests.asked(other!, 2_000)).toEqual({ state: 'waiting' });
});
