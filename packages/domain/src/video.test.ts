import { describe, expect, it } from 'vitest';
import {
  adjourned,
  after,
  arrived,
  chair,
  closed,
  departed,
  given,
  li,
  observer,
  opened,
  resumed,
} from './fixtures.ts';
import type { Meeting } from './meeting.ts';
import { videoSchema } from './video.ts';
import { mine } from './view.ts';

const video = { address: 'https://meeting.tencent.com/dm/a1B2', access: '会议号 123-456-789，密码 2026' };

describe('the video meeting', () => {
  const shown = (meeting: Meeting, seat: string) => mine(meeting, seat, null, { video })?.video ?? null;

  it('[R5] is for everybody with a seat before the opening, then for those who take part from elsewhere, and never after the close', () => {
    const come = given([arrived(li, 'remote'), arrived(observer)]);
    const seats = [chair, li, observer];
    const who = (meeting: Meeting) => seats.filter((seat) => shown(meeting, seat) !== null);
    expect(who(given())).toEqual(seats);
    expect(who(come)).toEqual(seats);
    expect(who(after(come, opened))).toEqual([li]);
    expect(who(after(come, opened, arrived(li)))).toEqual([]);
    expect(who(after(come, opened, departed(li)))).toEqual([]);
    expect(who(after(come, opened, adjourned))).toEqual([li]);
    expect(who(after(come, opened, adjourned, resumed, closed))).toEqual([]);
  });

  it('[R5] is nothing for staff without a seat, who read it at the desk', () => {
    expect(mine(given(), '0199a0c2-0000-7000-8000-00000000ffff', { name: '赵干事' }, { video })?.video).toBeNull();
  });

  it.each([
    'https://meeting.tencent.com/dm/a1B2?rs=25',
    'https://app-beta.dingtalk.com:8443/x#join',
    'https://会议.中国/1',
    'HTTPS://zoom.us/j/1',
    ' https://zoom.us/j/1 ',
    '',
  ])('takes %j', (address) => expect(videoSchema.safeParse({ address, access: '' }).success).toBe(true));

  it.each([
    'http://meeting.tencent.com/dm/a',
    'javascript:alert(1)//https://a.b',
    'https:javascript',
    'https://',
    'https://bank.cn@evil.example/',
    'https://a.b/x y',
    'https://a.b/"onclick="x',
    'https://a.b\\@evil.example',
    'meeting.tencent.com/dm/a',
    'data:text/html,https://a.b',
    `https://a.b/${'x'.repeat(1_000)}`,
    'https://a.b/\u0000',
    'https://a.b/\njavascript:x',
  ])('refuses %j', (address) => expect(videoSchema.safeParse({ address, access: '' }).success).toBe(false));
});
