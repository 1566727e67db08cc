/** What mediators write in English. */
import { pattern, type ClausePatterns } from './clause-pattern.ts';

const of = pattern('iu');

/** Within one part of a sentence. */
const within = '[^.;]';
const months = 'january|february|march|april|may|june|july|august|september|october|november|december';
const verbs = `
  pay|repay|refund|return|compensate|reimburse|repair|restore|replace|remove|clear|demolish|dismantle|move|vacate
  |install|fit|clean|apologi[sz]e|hand over|register|issue|lower|complete|have|inspect|test|rectify|give`;

export const clausePatternsEn: ClausePatterns = {
  party: of`\b(?:part(?:y|ies)|company|committee|owners?|tenants?|landlord|residents?|father|mother|son|daughter)\b`,
  subjectless: null,
  side: /\bParty [A-Z]\b/gu,
  both: of`\bboth (?:parties|sides)\b`,
  once: of`\b(?:shall|will|must|agrees? to|undertakes? to|is to|are to)\s+(?:jointly |also )?(?:${verbs})\b`,
  standing: of`
    \b(?:not|no longer|daily|monthly|at all times|in future|in turn|during|keep|starting)\b|\bno\b(?!\.)
    |\b(?:every|each) (?:day|week|month|year|quarter|night|evening|time)\b
    |\bfrom\b${within}{0,30}\bon(?:wards)?\b`,
  conditional: of`\b(?:if|should|whenever|where|when|unless|in case)\b`,
  money: of`\b(?:pay|repay|refund|reimburse|compensate)\b`,
  measured: of`
    \bnot\b|\bwaives?\b|\bno (?:further )?(?:payment|compensation)\b|\bhas (?:already )?paid\b|\bon behalf\b
    |%|\bper cent\b|\bhalf\b|\bequal(?:ly)?\b|\bin proportion\b|\bactual\b
    |\bagainst (?:the )?(?:receipts?|invoices?|bills?)\b`,
  refers: of`\b(?:above|aforesaid|foregoing|clauses? \d+|this agreement|the said)\b`,
  when: of`
    \b(?:${months})\b[ ,]+(?:\d{1,2}, )?\d{4}|\b\d{4}-\d{2}-\d{2}\b
    |\bon (?:the day of )?(?:sign|receipt|complet)|\bon the (?:spot|same day)\b|\b(?:today|tomorrow|has already)\b
    |\bwithin (?:\d+|an?|one|two|three|four|five|six|seven|ten|fifteen|thirty) (?:working )?
    (?:hours?|days?|weeks?|months?|years?)\b`,
  vagueTime: of`
    \b(?:as soon as (?:possible|practicable)|soon|promptly|timely|shortly|early|in (?:good|due) (?:time|course)
    |at (?:a|an|the) (?:suitable|appropriate|convenient) time|within a reasonable (?:time|period)
    |when (?:convenient|possible|able)|without (?:undue )?delay)\b`,
  conduct: of`\bpromptly\b|\bwithout (?:undue )?delay\b`,
  vagueDuty: of`
    \b(?:appropriate|suitable|reasonable|certain|corresponding) (?:compensation|payment|sum|amount|costs?|measures?|help)\b
    |\bbest efforts\b|\bas far as possible\b|\bhandle (?:it |the matter )?properly\b
    |\b(?:agreed|negotiated|discussed) (?:separately|later)\b|\bapproximately \d|\babout (?:RMB|¥|\d)`,
  bothCompensations: null,
  earnestMoney: null,
  support: null,
  status: of`
    \b(?:divorces?|marriage|marry|parentage|paternity|custody|guardianship)\b
    |\badopt(?:s|ed|ion)? (?:a |the |of )?(?:the )?(?:child|son|daughter|baby)`,
  inheritance: of`\binherit(?:s|ance|ed)?\b|\b(?:the estate|estate of|(?:last )?will and testament)\b|\bbequeath`,
  rights: of`
    \b(?:ownership|title|property rights?|right of residence|easement|patents?|copyrights?|trade ?marks?)\b
    ${within}{0,40}\b(?:belongs?|vests?|passes|transferred|confirmed)\b
    |\bconfirms?\b${within}{0,40}\b(?:ownership|title|copyright|patent)\b
    |\b(?:house|flat|apartment|garage|parking space|land)\b${within}{0,30}\bbelongs? to\b`,
  utilities: of`
    \b(?:cut(?:s|ting)? off|stop(?:s|ping)?|disconnect(?:s|ing)?|turn(?:s|ing)? off)\b
    ${within}{0,20}\b(?:water|heat|heating|gas|electricity)\b`,
  forbids: of`\b(?:not|no longer|restores?)\b`,
  unit: [of`\bper [a-z ]{1,20}$`, of`^\s*(?:per|\/|a|an)\s*(?:square|cubic|ton|kilo|hour|month|unit)`],
};
