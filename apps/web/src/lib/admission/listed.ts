/** As whom somebody at the door may be let in. */
import type { PersonView } from '@yishiting/domain/view';

/** Lines of one list; who is not among them is found by name. */
export const shown = 8;

/** Names as they are typed: with spaces inside, in other widths and cases. */
const plain = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** Everybody listed whose name holds this text: first those whom no device has joined, each part in the meeting's order. */
export function toChooseFrom(people: readonly PersonView[], search: string): PersonView[] {
  const found = people.filter(({ name }) => plain(name).includes(plain(search)));
  return [...found.filter((one) => !hasDevice(one)), ...found.filter(hasDevice)];
}

/** Those who are called exactly as somebody says they are. */
export const namesakes = (people: readonly PersonView[], name: string): PersonView[] =>
  people.filter((person) => plain(person.name) === plain(name));

/** Whether a device of this person is here, or was since the server started. */
export const hasDevice = ({ device }: PersonView): boolean =>
  device !== undefined && (device.connected || device.offlineSince !== null);
