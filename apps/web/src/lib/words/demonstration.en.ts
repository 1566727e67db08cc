import type { removeDemonstration as zh } from './demonstration.zh-CN.ts';

/** Words for taking the demonstration away again. */
export const removeDemonstration: typeof zh = {
  title: 'Remove the demonstration',
  whatGoes:
    'Both demonstration communities (南门街道示范社区 and 北苑社区) are removed with everything in them: meetings, records, people, accounts and links. A meeting under way there ends at once, and everybody is signed out. This cannot be undone; real communities are not touched.',
  confirm: (name) => `Type “${name}” to confirm`,
  submit: 'Remove everything',
  done: 'The demonstration is removed.',
  goOn: 'Go to the home page',
};
