import { expect, it } from 'vitest';
import { invitationIn } from './invitation.ts';

const tencent = `王芳 邀请您参加腾讯会议
会议主题：加装电梯听证会
会议时间：2026/11/28 09:00-11:00 (GMT+08:00) 中国标准时间 - 北京

点击链接入会，或添加至会议列表：
https://meeting.tencent.com/dm/Abc123

#腾讯会议：123-456-789
会议密码：2026

复制该信息，打开手机腾讯会议即可参与`;

it('tells the link from number and password', () => {
  expect(invitationIn(tencent)).toEqual({
    address: 'https://meeting.tencent.com/dm/Abc123',
    access: '腾讯会议：123-456-789\n会议密码：2026',
  });
  expect(invitationIn('请点https://meeting.dingtalk.com/j/8x？会议号：556 677 889')).toEqual({
    address: 'https://meeting.dingtalk.com/j/8x',
    access: '会议号：556 677 889',
  });
  expect(
    invitationIn('Join: https://zoom.us/j/991?pwd=a.1\nMeeting ID: 991 2233 445\nPasscode: 77\n28 Nov 2026 09:00'),
  ).toEqual({
    address: 'https://zoom.us/j/991?pwd=a.1',
    access: 'Meeting ID: 991 2233 445\nPasscode: 77',
  });
});

it.each([
  'https://meeting.tencent.com/dm/Abc123',
  ' https://zoom.us/j/1 ',
  '会议号 123-456-789',
  'http://zoom.us/j/1 入会',
])('leaves %j as it is', (text) => expect(invitationIn(text)).toBeNull());
