import { expect, it } from 'vitest';
import { choosable, commandOf, emptyForm, readForm } from './sounding-form.ts';

const grades = ['优先考虑', '不宜采用'];
const form = { ...emptyForm(grades), question: '费用如何分摊', variants: ['均摊', ' 按层 ', ''] };
const asked = { type: 'open-vote', question: '费用如何分摊', purpose: 'sounding' };

it('opens what is complete, with what its method needs and nothing else', () => {
  expect(commandOf(form)).toEqual({ ...asked, method: 'yes-no-abstain' });
  expect(commandOf({ ...form, method: 'choose-one' })).toEqual({
    ...asked,
    method: 'choose-one',
    variants: ['均摊', '按层'],
  });
  expect(commandOf({ ...form, method: 'choose-several', most: 5 })).toMatchObject({ most: 2 });
  expect(commandOf({ ...form, method: 'grade' })).toMatchObject({ variants: ['均摊', '按层'], grades });
});

it('opens nothing while something is missing', () => {
  expect(commandOf({ ...form, question: ' ' })).toBeNull();
  expect(commandOf({ ...form, method: 'choose-one', variants: ['均摊', ' '] })).toBeNull();
  expect(commandOf({ ...form, method: 'grade', grades: ['优先考虑', ''] })).toBeNull();
});

it('lets as many be chosen as there are, and at least two', () => {
  expect(choosable({ variants: ['', ''] })).toEqual([2]);
  expect(choosable({ variants: ['一', '二', '三', ''] })).toEqual([2, 3]);
});

it('is read back as it was kept', () => {
  const kept = { ...form, method: 'grade' as const, most: 3 };
  expect(readForm(JSON.stringify(kept), [])).toEqual(kept);
  for (const text of [null, '', 'null', '{', '{"variants":[1],"method":"x","most":"2","grades":3,"question":4}'])
    expect(readForm(text, grades)).toEqual(emptyForm(grades));
});
