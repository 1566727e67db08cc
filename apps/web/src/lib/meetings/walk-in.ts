/**
 * A mediation begun at once, from names alone: whoever is not on the register is put on it, the meeting is arranged and called
 * with the waiver on record. What goes wrong on the way leaves a draft, on which one goes on in the page of preparation.
 */
import type { ApiRefusal, Arrangement, ArrangementRequest, PersonLine } from '@yishiting/domain/api';
import type { NameMatch } from '@yishiting/domain/api-list';
import { newCommandId } from '#lib/live/outbox.ts';
import { get, post, put } from '#lib/live/request.ts';

export interface WalkingIn {
  matter: string;
  place: string;
  waiver: string;
  recorder: string;
  /** By side, the first on side 1. */
  parties: readonly string[];
}

export type Begun =
  | { outcome: 'begun'; meeting: string }
  /** Nobody can tell by the name alone who is meant. */
  | { outcome: 'namesakes'; name: string; meeting: string }
  | { outcome: 'refused'; refusal: ApiRefusal; meeting: string | null };

class Refused extends Error {
  readonly refusal: ApiRefusal;
  constructor(refusal: ApiRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}
type Replied<T> = { ok: true; value: T } | { ok: false; refusal: ApiRefusal };
function taken<T>(replied: Replied<T>): T {
  if (!replied.ok) throw new Refused(replied.refusal);
  return replied.value;
}

/**
 * @param reader who takes the chair
 * @param draft the meeting that an earlier try made; null: none
 */
export async function beginAtOnce(
  community: string,
  { body, reader, draft }: { body: string; reader: { person: string; name: string }; draft: string | null },
  given: WalkingIn,
): Promise<Begun> {
  const api = `/c/${community}/api`;
  let meeting = draft;
  try {
    const asked = { body, procedure: 'mediation', matter: given.matter };
    meeting ??= taken(await post<{ meeting: string }>(`${api}/meetings`, asked)).meeting;
    const names = [...given.parties, given.recorder].map((name) => name.trim());
    const found = await peopleCalled(api, names, reader);
    if (typeof found === 'string') return { outcome: 'namesakes', name: found, meeting };
    await arrange(`${api}/meetings/${meeting}`, given, reader, found);
    const notice = { way: 'start-now', waiver: given.waiver };
    taken(await post(`${api}/meetings/${meeting}/call`, { commandId: newCommandId(), notice }));
    return { outcome: 'begun', meeting };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { outcome: 'refused', refusal: error.refusal, meeting };
  }
}

/** Their rows of the register, made where there is none; a name that several bear instead. */
async function peopleCalled(api: string, names: readonly string[], reader: { person: string; name: string }) {
  const matches = taken(await post<NameMatch[]>(`${api}/people/match`, { names }));
  const several = matches.find(({ people, name }) => people.length > 1 && name !== reader.name);
  if (several) return several.name;
  const unknown = matches.filter(({ people }) => people.length === 0);
  const made =
    unknown.length === 0
      ? []
      : taken(
          await post<PersonLine[]>(`${api}/people/list`, { people: unknown.map(({ name }) => ({ name, known: 0 })) }),
        );
  const rows = new Map([
    ...matches.flatMap(({ name, people: [only] }) => (only ? [[name, only.person] as const] : [])),
    ...made.map(({ name, person }) => [name, person] as const),
    // Whoever begins it is known, however many bear the name.
    [reader.name, reader.person] as const,
  ]);
  return names.map((name) => rows.get(name.normalize('NFC')) ?? rows.get(name) ?? '');
}

async function arrange(
  path: string,
  { matter, place, parties }: WalkingIn,
  reader: { person: string },
  found: readonly string[],
): Promise<void> {
  const { agenda, language, description } = taken(await get<Arrangement>(path));
  const listed = (person: string, capacities: ArrangementRequest['people'][number]['capacities'], side?: number) => ({
    ...{ person, capacities, standing: '' },
    ...(side !== undefined && { side }),
  });
  const recorder = found.at(-1) ?? '';
  const lead =
    recorder === reader.person
      ? [listed(reader.person, ['chair', 'recorder'])]
      : [listed(reader.person, ['chair']), listed(recorder, ['recorder'])];
  const people = [...lead, ...parties.map((_, n) => listed(found[n] ?? '', ['party'], n + 1))];
  const when = { plannedAt: null, place, description };
  taken(await put<Arrangement>(path, { matter, language, agenda, people, ...when } satisfies ArrangementRequest));
}
