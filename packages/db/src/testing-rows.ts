/** For tests: communities, people and meetings with all that they need, each with defaults. */
import { randomUUID } from 'node:crypto';
import { beginning, eventHash, type RecordedEvent, type UnhashedEvent } from '@yishiting/domain/chain';
import type { Kysely } from 'kysely';
import { addBody, foundCommunity } from './communities.ts';
import { arrangeMeeting } from './meetings.ts';
import { addPerson } from './people.ts';
import type { Tables } from './tables.ts';

export const testNow = 1_795_000_000_000;

/** A community with one body. */
export async function buildCommunity(db: Kysely<Tables>, { demonstration = false, name = '南门街道第一社区' } = {}) {
  const id = randomUUID();
  const body = randomUUID();
  const code = `c${id.slice(0, 8)}`;
  const founded = { id, code, name, demonstration, timeZone: 'Asia/Shanghai', recordLanguage: 'zh-CN' as const };
  await foundCommunity(db, { ...founded, createdAt: testNow });
  await addBody(db, { id: body, community: id, name: '居民委员会', position: 0, at: testNow });
  return { id, code, body };
}

export async function buildPerson(db: Kysely<Tables>, community: string, name = '王秀兰'): Promise<string> {
  const id = randomUUID();
  await addPerson(db, { id, community, name, at: testNow });
  return id;
}

export async function buildMeeting(db: Kysely<Tables>, { id: community, body }: { id: string; body: string }) {
  const id = randomUUID();
  const arrangement = { body, procedure: 'hearing', procedureVersion: 1, matter: '老旧小区加装电梯', description: '' };
  const rest = { place: '三楼会议室', plannedAt: null, openToPublic: true, recordLanguage: 'zh-CN' as const };
  await arrangeMeeting(db, { id, community, at: testNow, ...arrangement, ...rest });
  return id;
}

/** The next events of a record, chained: `count` of them after `last`, or the first ones. */
export function nextEvents(
  meeting: string,
  last: { version: number; hash: string } | null,
  count = 1,
  given: Partial<UnhashedEvent> = {},
): RecordedEvent[] {
  const events: RecordedEvent[] = [];
  let [version, previous] = [last?.version ?? 0, last?.hash ?? beginning(meeting)];
  const commandId = randomUUID().replaceAll('-', '');
  for (let part = 0; part < count; part += 1) {
    version += 1;
    const facts = { type: 'item-begun', data: { words: '同意', round: version }, seat: 'seat', actingAs: 'chair' };
    const event = { meeting, version, ...facts, commandId, part, at: testNow + version, ...given };
    previous = eventHash(previous, event);
    events.push({ ...event, hash: previous });
  }
  return events;
}
