import { describe, expect, it } from 'vitest';
import { findingsOf, linesOf } from './pasted.ts';

const read = (text: string) => linesOf(text).map(({ name, standing }) => [name, standing]);

describe('a pasted list of names', () => {
  it.each([
    ['张三，3号楼代表', '张三', '3号楼代表'],
    ['李四\t幸福物业', '李四', '幸福物业'],
    ['王芳,5号楼2单元', '王芳', '5号楼2单元'],
    ['赵敏 物业公司', '赵敏', '物业公司'],
    ['钱多　业委会', '钱多', '业委会'],
    ['张　三　3号楼', '张三', '3号楼'],
    ['张 三', '张三', ''],
    ['欧阳　雪　5号楼', '欧阳雪', '5号楼'],
    ['张三 7', '张三', '7'],
    ['1. 孙丽，设计单位', '孙丽', '设计单位'],
    ['（2）周立新', '周立新', ''],
    ['３、吴桂芳；社区党委', '吴桂芳', '社区党委'],
    ['4\t郑强\t7号楼\t代表', '郑强', '7号楼 代表'],
    ['买买提·吐尔逊，南疆饭店', '买买提·吐尔逊', '南疆饭店'],
    ['Mary Smith, Building 3', 'Mary Smith', 'Building 3'],
    ['O’Neil  Building 4', 'O’Neil', 'Building 4'],
    ['㛃䶮，1号楼', '㛃䶮', '1号楼'],
    ['冯明 3-2-601', '冯明', '3-2-601'],
  ])('%s', (line, name, standing) => {
    expect(read(line)).toEqual([[name, standing]]);
  });

  it.each([
    '附件：听证代表名单',
    '姓名\t单位\t电话',
    '2026年3月10日',
    '——',
    '张',
    '南门街道社区听证会代表名单',
    '13800001111',
  ])('reads no name from %s', (line) => expect(read(line)[0]?.[0]).toBeNull());

  it('leaves phone and identity numbers out, and says so', () => {
    const lines = linesOf('张三，13800001111，3号楼\n李四 138 0000 1111\n王芳\t11010519491231002X\n赵敏，010-62345678');
    expect(lines.map(({ standing, numbers }) => [standing, numbers])).toEqual([
      ['3号楼', true],
      ['', true],
      ['', true],
      ['', true],
    ]);
    expect(linesOf('张三，3号楼')[0]?.numbers).toBe(false);
  });

  it('counts lines as they stand, and leaves out those that are empty', () => {
    expect(linesOf('张三\r\n\r\n  \r\n李四').map(({ n }) => n)).toEqual([1, 4]);
  });

  it('takes names alike however they are composed', () => {
    expect(linesOf('Jose\u0301')[0]?.name).toBe('José');
  });
});

describe('what becomes of each line', () => {
  const person = (id: string, name: string) => ({ person: id, name });
  const matches = [
    { name: '张三', people: [person('1', '张三')] },
    { name: '李四', people: [person('2', '李四'), person('3', '李四')] },
    { name: '王芳', people: [] },
  ];
  const becomes = (text: string, listed: string[] = []) =>
    findingsOf(linesOf(text), matches, new Set(listed)).map((finding) => finding.is);

  it('is told from the register and the list', () => {
    expect(becomes('张三\n李四\n王芳\n——')).toEqual(['linked', 'choose', 'new', 'unreadable']);
    expect(becomes('张三\n李四', ['1', '2'])).toEqual(['listed', 'choose']);
    expect(becomes('李四', ['2', '3'])).toEqual(['listed']);
  });

  it('takes nobody twice', () => {
    expect(becomes('张三\n张三\n王芳\n王芳')).toEqual(['linked', 'repeated', 'new', 'repeated']);
    expect(becomes('李四\n李四\n李四')).toEqual(['choose', 'choose', 'repeated']);
  });

  it('lets a namesake be chosen who is not listed, and knows how many there are', () => {
    expect(findingsOf(linesOf('李四'), matches, new Set(['2']))).toEqual([
      { is: 'choose', people: [person('3', '李四')], known: 2 },
    ]);
  });
});
