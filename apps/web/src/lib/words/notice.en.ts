/** The notice: drafting, recording where it was posted, the look before opening, and the public page. */
import type { Words } from './shape.ts';

export const noticeEn: Words['notice'] = {
  paper: 'Paper',
  demonstration: 'Demonstration',
  publicTitle: 'Notice of a meeting',
  notPublic: 'No notice of this meeting was found. Check the link, or ask the staff of the community.',
  results: 'Results of the soundings',
  noResults: 'No result of a sounding was announced in this meeting.',
  resultsLater: 'After the meeting the results of its soundings stand here.',
};
