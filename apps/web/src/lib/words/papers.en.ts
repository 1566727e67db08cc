/** What is downloaded as a PDF, and the page with the summary minutes. */
import type { StaffWords } from './shape.ts';

export const papersEn: StaffWords['papers'] = {
  title: 'Files (PDF)',
  names: {
    minutes: 'Download minutes',
    summary: 'Download summary',
    'sign-in-sheet': 'Download sign-in sheet',
    'name-cards': 'Download name cards',
    'notice-a4': 'Download notice (A4)',
    'notice-a3': 'Download notice (A3)',
    'entry-cards': 'Download entry cards',
  },
  making: 'Being made…',
  made: (name) => `“${name}” is made; look among your browser’s downloads.`,
  cardsHint:
    'Eight to a sheet of A4, with marks where to cut. The file holds everybody’s link to enter: pass it to nobody, and delete it once printed.',
  summary: 'Summary minutes',
  toSummary: 'Read the summary minutes',
  toMinutes: 'Minutes',
  print: 'Print',
  printHint: 'Prints on A4; for a file to keep, choose “Download summary”.',
  early: 'The meeting has not begun; there are no summary minutes yet.',
  drafting: 'The minutes are still being written. Once they are circulated the summary stands here.',
  seals: 'See all seals',
};
