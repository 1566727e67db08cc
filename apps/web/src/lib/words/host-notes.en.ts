import type { StaffWords } from './shape.ts';

export const hostNotesEn: StaffWords['hostNotes'] = {
  title: 'Host’s notes',
  who: 'Only the chair and the staff of the convening body see them; they are no part of the record. Whoever takes the chair takes them over.',
  whole: 'Whole meeting',
  ofItem: (title) => `This item: ${title}`,
  toItem: (title) => `Go to “${title}”`,
  differs: 'Another window has changed this note; it now says:',
  empty: '(empty)',
  keepOurs: 'Keep this one',
  takeTheirs: 'Take the other',
  keepBoth: 'Keep both',
  gone: 'You cannot read the host’s notes now.',
};
