import { expect, test } from '@playwright/test';
import { addressOf, aHearing, checkIn, type OpenHearing } from './hearing.ts';
import { hostNames, visit } from './house.ts';

let hearing: OpenHearing;
test.beforeAll(async ({ browser }) => {
  hearing = await aHearing(browser);
});
test.afterAll(() => hearing.close());

test('[R9] pages run no script that is not their own, and their cookie is closed to scripts', async ({ browser }) => {
  const { house, community, meeting, chair } = hearing;
  const paths = ['/', '/about', '/setup', `/c/${community}`, `/c/${community}/sign-in`, `/c/${community}/enter`];
  paths.push(...['chair', 'recorder', 'prepare', 'names'].map((page) => `/c/${community}/m/${meeting}/${page}`));
  for (const path of paths) {
    const answer = await fetch(house.origin + path);
    const policy = answer.headers.get('content-security-policy') ?? '';
    const script = policy.split(';').find((part) => part.trim().startsWith('script-src')) ?? '';
    expect(script, path).toContain("'self'");
    expect(script, path).not.toContain('unsafe-inline');
    expect(script, path).not.toContain('unsafe-eval');
    expect(policy, path).toContain("frame-ancestors 'none'");
  }
  const cookies = await chair.context.cookies();
  expect(cookies).toHaveLength(1);
  expect(cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  // A script that somebody managed to write into the page does not run.
  const visitor = await visit(browser, 'phone');
  await visitor.page.goto(addressOf(house, '/about'));
  await visitor.page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "injected"';
    document.body.append(script);
  });
  expect(await visitor.page.title()).not.toBe('injected');
  await visitor.context.close();
});

test('[R9] opening a personal link changes nothing; the first device to tap takes it, another is told so', async ({
  browser,
}) => {
  const { members } = hearing;
  const link = members[3]!;
  const preview = await visit(browser, 'phone');
  const sent: string[] = [];
  preview.page.on('request', (request) => sent.push(`${request.method()} ${request.url()}`));
  await preview.page.goto(link.url);
  await expect(preview.page.getByRole('button', { name: '进入会议' })).toBeVisible();
  expect(sent.filter((one) => !one.startsWith('GET '))).toEqual([]);
  // The token stands behind the # and is in no request at all.
  const token = link.url.split('#')[1] ?? '';
  expect(sent.join('\n')).not.toContain(token);
  expect(await preview.context.cookies()).toEqual([]);

  const owner = await visit(browser, 'phone');
  await checkIn(owner, link.url);
  await expect(owner.page.getByText('会议还没有开始')).toBeVisible();
  await preview.page.getByRole('button', { name: '进入会议' }).click();
  await expect(preview.page.getByText('这个个人链接已在另一台设备上使用')).toBeVisible();
  await preview.context.close();
  await owner.context.close();
});

test('[R9] one browser with several grants keeps each at its own address', async ({ browser }) => {
  const { house, community, meeting, members } = hearing;
  const shared = await visit(browser, 'tablet');
  await checkIn(shared, members[4]!.url);
  const first = shared.page;
  const second = await shared.context.newPage();
  await checkIn({ ...shared, page: second }, members[5]!.url);
  await expect(second.getByRole('heading', { name: new RegExp(members[5]!.name) })).toBeVisible();
  await first.reload();
  await expect(first.getByRole('heading', { name: new RegExp(members[4]!.name) })).toBeVisible();
  expect(await shared.context.cookies()).toHaveLength(1);
  // A seat that this browser does not hold is not found, under either name of the server.
  for (const name of hostNames) {
    await second.goto(addressOf(house, `/c/${community}/m/${meeting}/seat/${members[6]!.seat}`, name));
    await expect(second.getByText('没有找到这个会议或席位')).toBeVisible();
  }
  await shared.context.close();
});

test('[R9] signing out ends the account’s page at once, and leaves the seat', async ({ browser }) => {
  const { house, community, meeting, members } = hearing;
  const both = await visit(browser, 'tablet');
  // The demonstration's staff sign in with the passwords it showed; here the session of the chair's page is used.
  await both.context.addCookies(await hearing.chair.context.cookies());
  await both.page.goto(addressOf(house, `/c/${community}/m/${meeting}/chair`));
  await expect(both.page.getByRole('button', { name: '宣布开会' })).toBeVisible();
  const seat = await both.context.newPage();
  await checkIn({ ...both, page: seat }, members[7]!.url);
  await expect(seat.getByText('会议还没有开始')).toBeVisible();
  const status = await seat.evaluate(async (code) => {
    const asked = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
    return (await fetch(`/c/${code}/api/sign-out`, asked)).status;
  }, community);
  expect(status).toBe(200);
  await expect(both.page.getByText('登录已被收回')).toBeVisible();
  await expect(seat.getByText('已连接')).toBeVisible();
  await both.context.close();
});
