import type { Arrangement } from '@yishiting/domain/api';
import { arrangementRequest } from '@yishiting/domain/api';
import { hearing } from '@yishiting/domain/procedures/hearing';
import { expect, it } from 'vitest';
import { byKey, formOf, moved, requestOf, stampOf, titleIn, wrongIn } from './form.ts';

const zone = 'Asia/Shanghai';
const [zhang, li] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];

const confirmed = { is: 'confirmed' } as const;
const declined = { is: 'declined', reason: 'away', kept: false } as const;

function anArrangement(changed: Partial<Arrangement> = {}): Arrangement {
  return {
    meeting: '33333333-3333-4333-8333-333333333333',
    matter: '3号楼加装电梯',
    procedure: 'hearing',
    body: { id: 'b', name: '居委会' },
    place: '二楼会议室',
    plannedAt: Date.parse('2026-03-10T09:00:00+08:00'),
    status: 'draft',
    description: '三层以上\n二十四户',
    language: 'zh-CN',
    people: [
      {
        person: zhang,
        name: '张三',
        capacities: ['chair', 'member'],
        standing: '',
        reply: confirmed,
        standsInFor: null,
        side: null,
      },
      {
        person: li,
        name: '李四',
        capacities: ['recorder'],
        standing: '2号楼',
        reply: declined,
        standsInFor: zhang,
        side: null,
      },
    ],
    agenda: [
      { item: 'i0', title: '介绍到会人员', step: 'introduction', minutes: null },
      { item: 'i1', title: '代表发表意见', step: 'opinions', minutes: 30 },
    ],
    joinCode: null,
    noticePending: false,
    notice: { own: null, contact: '', phone: '', observers: null },
    organ: '桂花社区居民委员会',
    ...changed,
  };
}

it('says the same again to the server when nothing is typed, and the server takes it', () => {
  for (const there of [anArrangement(), anArrangement({ plannedAt: null, people: [], agenda: [] })]) {
    const form = formOf(there, zone);
    expect(wrongIn(form, zone)).toEqual({});
    const request = requestOf(form, zone);
    expect(arrangementRequest.safeParse(request).error).toBeUndefined();
    expect(stampOf(request)).toBe(stampOf(there));
  }
  expect(requestOf(formOf(anArrangement(), zone), zone)).toMatchObject({
    plannedAt: Date.parse('2026-03-10T01:00:00Z'),
    agenda: [{ minutes: null }, { minutes: 30 }],
  });
});

it('finds what the server could not take, at the field, and nothing else', () => {
  const form = formOf(anArrangement(), zone);
  form.matter = ' ';
  form.time = '';
  form.people[1]!.capacities = [];
  form.agenda[0]!.minutes = '1.5';
  form.agenda[1]!.title = '';
  expect(wrongIn(form, zone)).toEqual({
    matter: 'empty',
    plannedAt: 'half-a-time',
    [`people.${li}.capacities`]: 'no-capacity',
    'agenda.i0.minutes': 'not-minutes',
    'agenda.i1.title': 'empty',
  });
  form.time = '09:00';
  form.day = '2026-02-30';
  expect(wrongIn(form, zone)['plannedAt']).toBe('no-such-time');
});

it.each([
  ['', null],
  [' 20 ', 20],
  ['２０', 20],
  ['1440', 1440],
] as const)('takes %j as minutes', (typed, minutes) => {
  const form = formOf(anArrangement(), zone);
  form.agenda[0]!.minutes = typed;
  expect(wrongIn(form, zone)).toEqual({});
  expect(requestOf(form, zone).agenda[0]?.minutes).toBe(minutes);
});
it.each(['0', '1441', '-5', '10分', '1e2', '٣'])('does not take %j as minutes', (typed) => {
  const form = formOf(anArrangement(), zone);
  form.agenda[0]!.minutes = typed;
  expect(wrongIn(form, zone)).toEqual({ 'agenda.i0.minutes': 'not-minutes' });
});

it('keeps what the server found with the line it was found in, though lines are moved', () => {
  const form = formOf(anArrangement(), zone);
  const found = byKey(
    { 'people.1.capacities': 'x', 'agenda.0.title': 'too-long', people: 'no-chair', place: 'empty' },
    form,
  );
  expect(found).toEqual({
    [`people.${li}.capacities`]: 'x',
    'agenda.i0.title': 'too-long',
    people: 'no-chair',
    place: 'empty',
  });
  expect(byKey({ 'people.7.person': 'not-on-register' }, form)).toEqual({ 'people.7.person': 'not-on-register' });
});

it('knows two arrangements for the same that the server would store alike, and no others', () => {
  const there = anArrangement();
  const [first, second] = there.people;
  const alike = anArrangement({
    matter: ' 3号楼加装电梯 ',
    description: '三层以上\r\n二十四户\n',
    people: [
      { ...first!, capacities: ['member', 'chair'] },
      { ...second!, reply: { kept: false, reason: 'away', is: 'declined' } },
    ],
  });
  expect(stampOf(alike)).toBe(stampOf(there));
  for (const changed of [
    { matter: '4号楼加装电梯' },
    { plannedAt: null },
    { language: 'en' as const },
    { people: [second!, first!] },
    { people: [first!, { ...second!, standing: '3号楼' }] },
    { people: [{ ...first!, reply: { is: 'not-asked' as const } }, second!] },
    { people: [first!, { ...second!, reply: { ...declined, kept: true } }] },
    { people: [first!, { ...second!, standsInFor: null }] },
    { agenda: there.agenda.slice(1) },
    { agenda: there.agenda.map((item) => ({ ...item, minutes: 5 })) },
  ]) {
    expect(stampOf(anArrangement(changed)), JSON.stringify(changed)).not.toBe(stampOf(there));
  }
});

it('moves one line and leaves the order of the others', () => {
  expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd']);
  expect(moved(['a', 'b', 'c', 'd'], 3, 0)).toEqual(['d', 'a', 'b', 'c']);
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  expect(moved(['a', 'b'], 1, 2)).toEqual(['a', 'b']);
  expect(moved(['a', 'b'], 5, 0)).toEqual(['a', 'b']);
});

it('keeps what is arranged of the notice, and finds what it lacks', () => {
  const own = { title: '公告', body: '一、会议时间', signature: '居委会' };
  const there = anArrangement({ notice: { own, contact: '林晓燕', phone: '', observers: 10 } });
  const form = formOf(there, zone);
  expect(requestOf(form, zone).notice).toEqual(there.notice);
  expect(stampOf(requestOf(form, zone))).toBe(stampOf(there));
  for (const changed of [{ own: null }, { contact: '' }, { phone: '0571' }, { observers: null }, { observers: 0 }]) {
    expect(stampOf(anArrangement({ notice: { ...there.notice, ...changed } }))).not.toBe(stampOf(there));
  }
  form.notice.observers = '十';
  form.notice.own = { ...own, body: ' ' };
  expect(wrongIn(form, zone)).toEqual({ 'notice.observers': 'not-seats', 'notice.body': 'empty' });
  form.notice = { own: null, contact: '', phone: '', observers: '１０' };
  expect(requestOf(form, zone).notice?.observers).toBe(10);
});

it('words the steps of the procedure in the language of the record, and leaves what was put by hand', () => {
  const summary = { title: '主持人小结', step: 'summary' };
  expect(titleIn(summary, hearing, 'en')).toBe('The chair’s summary');
  expect(titleIn({ ...summary, title: titleIn(summary, hearing, 'en') }, hearing, 'zh-CN')).toBe('主持人小结');
  for (const own of [
    { title: '主持人总结发言', step: 'summary' },
    { title: '主持人小结', step: null },
  ])
    expect(titleIn(own, hearing, 'en')).toBe(own.title);
});
