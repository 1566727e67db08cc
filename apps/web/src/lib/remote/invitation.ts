/** What an invitation of a meeting program says, told apart: the link, and the lines with number and password. */
import { videoLimits } from '@yishiting/domain/video';

/** Up to the first character that no link holds; full-width marks stand right behind many a link. */
const link = /https:\/\/[^\s"'<>\\，。；：？！）】、]+/iu;
const says = /密码|口令|会议号|会议\s*ID|passcode|password|meeting\s*(?:id|number)|dial/iu;
const isNumber = /\d{3}[\s-]?\d{3}/;
const isTime = /\d{1,2}[:：]\d{2}/;

/** Null when it is no more than a link, or holds none. */
export function invitationIn(text: string): { address: string; access: string } | null {
  const address = link.exec(text)?.[0];
  if (address === undefined || address === text.trim()) return null;
  const lines = text.replace(address, '\n').split(/\r?\n/);
  const told = lines
    .map((line) => line.replace(/^[\s#*·•，。；：？！、]+/u, '').trim())
    .filter((line) => says.test(line) || (isNumber.test(line) && !isTime.test(line)));
  return { address, access: told.join('\n').slice(0, videoLimits.access) };
}
