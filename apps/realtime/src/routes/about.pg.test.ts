import { randomUUIDv7 } from 'node:crypto';
import { foundCommunity } from '@yishiting/db/communities';
import { aDatabase } from '@yishiting/db/testing';
import { testNow } from '@yishiting/db/testing-rows';
import { expect, it } from 'vitest';
import { aServer } from './testing.ts';

const { db } = await aDatabase();
const server = await aServer(db);

async function found(code: string, name: string, demonstration: boolean, createdAt: number) {
  const place = { timeZone: 'Asia/Shanghai', recordLanguage: 'zh-CN' } as const;
  await foundCommunity(db, { id: randomUUIDv7(), code, name, demonstration, createdAt, ...place });
}

it('names the communities of the installation to anybody, demonstrations last', async () => {
  const communities = async () => (await server.browser().get('/api/about')).body.communities;
  expect(await communities()).toEqual([]);
  await found('yanshi', '南门街道示范社区', true, testNow);
  await found('guihua', '桂花社区', false, testNow + 1);
  expect(await communities()).toEqual([
    { code: 'guihua', name: '桂花社区', demonstration: false },
    { code: 'yanshi', name: '南门街道示范社区', demonstration: true },
  ]);
});
