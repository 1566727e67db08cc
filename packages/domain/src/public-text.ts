/**
 * What no text for everybody may hold [H8]: identity and mobile numbers, addresses finer than the building, names of those
 * who only observed. A text that somebody publishes is refused for it; what was typed in a meeting is shown without it.
 */
import { privateNumbersIn, withoutPrivateNumbers } from './notice-text.ts';

export interface PublicMeasure {
  /** Texts that are public already: what stands in them is no secret, such as the room in which the meeting was held. */
  known: readonly string[];
  /** Names of observers. */
  observers: readonly string[];
}

export type PrivateCode = 'private-number' | 'fine-address' | 'observer-named';

const n = '[\\d一二三四五六七八九十百零〇两]+';
/** 3号楼, 3栋, and 3#楼 or 3# as clerks write it. */
const building = '(?:号楼|栋|幢|座|\\d[#＃]楼?)';
/**
 * Staircases, floors of a building and doors within running text, each with what stays of it. “一层不分摊” and “六层住宅”
 * speak of houses and not of somebody's: a floor alone is no address.
 */
const finer: readonly (readonly [RegExp, string])[] = [
  // 3-2-601, 3-601室: before the patterns that would take the door alone and leave the staircase
  [/(?<![\d-])(\d{1,3})[-—－]\d{1,2}[-—－]\d{3,4}(?:室|号房|房间)?(?![\d-])/gu, '$1号楼'],
  [/(?<![\d-])(\d{1,3})[-—－]\d{3,4}(?:室|号房|房间|(?=号|住户|业主|居民|家))/gu, '$1号楼'],
  // 2单元601室, 三单元十一楼
  [new RegExp(`${n}(?:单元|门洞)(?:${n}(?:层|室|房|户|号|楼)?)*`, 'gu'), ''],
  // 3号楼601, 3号楼六层, 3号楼 1102室
  [new RegExp(`(${building})[-—－\\s]*${n}(?:层|楼|室|房|号(?!楼))(?:[-\\s]*\\d{1,4}(?:室|房|号)?)?`, 'gu'), '$1'],
  // 3号楼2-601, 3#601
  [
    new RegExp(
      `(${building})[-—－\\s]*(?:\\d{1,2}[-—－])?\\d{3,4}(?:室|号房|房间)?(?![\\d.]|\\s*(?:[人户名位户票个部元万余多米年%]|平方))`,
      'gu',
    ),
    '$1',
  ],
  // 601室, 六〇一室
  [/(?:\d{3,4}|[一二三四五六七八九零〇]{3,4})(?:室|号房|房间)/gu, ''],
  [/,?\s*\b(?:unit|flat|apartment|apt\.?|room|door|staircase)\s*(?:no\.?\s*)?\d[\w-]*/giu, ''],
  // flat B: a capital letter alone, since “room a” may begin “a bit”
  [/,?\s*\b(?:[Uu]nit|[Ff]lat|[Aa]partment|[Rr]oom)\s+[A-Z]\b/gu, ''],
];

/** Each finer address in the text, in the order of the patterns; those that are known stand elsewhere in public. */
function fineAddressesIn(text: string, known: readonly string[]): string[] {
  return finer.flatMap(([pattern]) =>
    [...text.matchAll(pattern)].map(([found]) => found).filter((found) => !isKnown(found, known)),
  );
}

const isKnown = (found: string, known: readonly string[]): boolean =>
  known.some((text) => text.normalize('NFKC').includes(found.trim()));

/** What the text holds that is not for everybody: the first that is found, with the words; null when there is nothing. */
export function privateIn(
  text: string,
  { known, observers }: PublicMeasure,
): { code: PrivateCode; text: string } | null {
  const ascii = text.normalize('NFKC');
  const [number] = privateNumbersIn(ascii, known.join('\n'));
  if (number !== undefined) return { code: 'private-number', text: number };
  const [address] = fineAddressesIn(ascii, known);
  if (address !== undefined) return { code: 'fine-address', text: address.trim() };
  const observer = namedIn(ascii, observers, known);
  return observer === undefined ? null : { code: 'observer-named', text: observer };
}

/** A name that is part of what is public anyway, such as the community's, betrays nobody. */
const namedIn = (text: string, names: readonly string[], known: readonly string[]): string | undefined =>
  names.find((name) => [...name].length > 1 && text.includes(name) && !isKnown(name, known));

/** A text as everybody may read it: numbers made unreadable, addresses no finer than the building, observers unnamed. */
export function forEverybody(text: string, measure: PublicMeasure): string {
  if (privateIn(text, measure) === null) return text;
  const told = without(halfWidth(text), measure);
  return privateIn(told, measure) === null ? told : without(text.normalize('NFKC'), measure);
}

function without(text: string, { known, observers }: PublicMeasure): string {
  const addressed = finer.reduce(
    (said, [pattern, stays]) =>
      said.replace(pattern, (found, building: unknown) =>
        isKnown(found.normalize('NFKC'), known) ? found : stays.replace('$1', String(building)),
      ),
    text,
  );
  const named = observers.reduce(
    (said, name) => ([...name].length > 1 && !isKnown(name, known) ? said.replaceAll(name, '＊＊') : said),
    addressed,
  );
  return withoutPrivateNumbers(named);
}

/** Digits as everybody types them, so that none is read past; nothing else of the text changes. */
const halfWidth = (text: string): string =>
  text.replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
