export { forStaff as load } from '#lib/words/staff.ts';
