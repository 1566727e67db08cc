import { mine, view } from '@yishiting/domain/view';
import { expect, it } from 'vitest';
import { aRecord, seatOf } from '../room/fixtures.ts';
import { readRecord } from '../room/decisions.ts';
import { wholeText } from './whole-text.ts';

it('says what the message says, to each with what concerns them alone', () => {
  const { meeting } = readRecord(aRecord())!.state;
  const live = { connected: new Set<string>(), offlineSince: new Map<string, number>(), joinCode: '482915' };
  const shown = view({ meeting, live }, { capacities: ['member'], staff: false });
  const later = view({ meeting, live }, { capacities: ['chair'], staff: false });
  for (const [n, whose] of [seatOf.member(1), seatOf.member(2), null].entries()) {
    for (const each of [shown, later]) {
      const own = whose === null ? null : mine(meeting, whose, null)!;
      const message = { t: 'whole' as const, n, view: each, mine: own, now: 5_000 + n };
      expect(JSON.parse(wholeText(message))).toEqual(JSON.parse(JSON.stringify(message)));
    }
  }
});
