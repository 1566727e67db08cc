/** The regulations that procedures cite, with what a careful reader should know of the copy at hand. */
import { words, type DocumentCited } from './stated.ts';

/** Key `four-meetings`. The collection's other annexes are Nanmen Street's; the rules themselves name no place. */
export const fourMeetings: DocumentCited = {
  title: words('南门街道社区“四会”制度', 'Nanmen Street: rules of the community’s four meetings'),
  kind: 'regulation',
  remark: words(
    '汇编附录，所见文本无标题、无日期，开头不全，有个别错字。',
    'Annex to a collection; the copy at hand bears neither title nor date, lacks its beginning and has a few misprints.',
  ),
};
