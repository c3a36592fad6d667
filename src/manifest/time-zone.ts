import { didYouMean } from '../values/did-you-mean';
import { once } from '../values/once';
import { remember } from '../values/remember';

/**
 * What is wrong with a time zone, as a phrase that continues `<prop> "<value>" `, or undefined.
 *
 * Takes what Kubernetes takes: a name of the tz database (https://www.iana.org/time-zones), spelled exactly, and never "Local".
 * The database is the one inside Node.js, so a zone younger than the Node.js that runs this is not known.
 *
 * @example timeZoneProblem('asia/seoul') // 'is not a time zone: did you mean "Asia/Seoul"'
 */
export const timeZoneProblem = remember((name: string): string | undefined => {
  if (name === '') return 'is empty: name a zone, such as "Asia/Seoul", or leave timeZone out';
  if (/^local$/i.test(name)) return 'is the zone of some machine: name one, such as "Asia/Seoul" or "Etc/UTC"';
  const meant = ABBREVIATIONS[name.toUpperCase()];
  if (meant !== undefined) return `is an abbreviation, not a time zone: name a place, such as "${meant}"`;
  const spelled = spelling(name);
  const known = exists(spelled);
  if (known && spelled === name) return undefined;
  const offset = /^(?:UTC|GMT)?([+-]\d{1,2}(?::?\d\d)?)$/i.exec(name)?.[1];
  if (offset !== undefined) return offsetProblem(offset);
  const guess = known ? spelled : closest(name);
  return `is not a time zone: ${guess === undefined ? 'name one of the tz database, such as "Asia/Seoul"' : `did you mean "${guess}"`}`;
});

/** Abbreviations that are no zones of the tz database, although some engines know them, each with a place where it is used. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  ACST: 'Australia/Adelaide',
  ACT: 'Australia/Darwin',
  AEDT: 'Australia/Sydney',
  AEST: 'Australia/Sydney',
  AET: 'Australia/Sydney',
  AGT: 'America/Argentina/Buenos_Aires',
  AKST: 'America/Anchorage',
  ART: 'Africa/Cairo',
  AST: 'America/Halifax',
  AWST: 'Australia/Perth',
  BET: 'America/Sao_Paulo',
  BRT: 'America/Sao_Paulo',
  BST: 'Europe/London',
  CAT: 'Africa/Maputo',
  CDT: 'America/Chicago',
  CEST: 'Europe/Berlin',
  CNT: 'America/St_Johns',
  CST: 'America/Chicago',
  CTT: 'Asia/Shanghai',
  EAT: 'Africa/Nairobi',
  ECT: 'Europe/Paris',
  EDT: 'America/New_York',
  EEST: 'Europe/Athens',
  HKT: 'Asia/Hong_Kong',
  ICT: 'Asia/Bangkok',
  IET: 'America/Indiana/Indianapolis',
  IST: 'Asia/Kolkata',
  JST: 'Asia/Tokyo',
  KST: 'Asia/Seoul',
  MDT: 'America/Denver',
  MIT: 'Pacific/Apia',
  MSK: 'Europe/Moscow',
  NET: 'Asia/Yerevan',
  NST: 'America/St_Johns',
  NZST: 'Pacific/Auckland',
  PDT: 'America/Los_Angeles',
  PHT: 'Asia/Manila',
  PKT: 'Asia/Karachi',
  PLT: 'Asia/Karachi',
  PNT: 'America/Phoenix',
  PRT: 'America/Puerto_Rico',
  PST: 'America/Los_Angeles',
  SAST: 'Africa/Johannesburg',
  SGT: 'Asia/Singapore',
  SST: 'Pacific/Guadalcanal',
  VST: 'Asia/Ho_Chi_Minh',
  WEST: 'Europe/Lisbon',
  WIB: 'Asia/Jakarta',
};

/** Words of zone names that are not one capital and small letters. */
const ODD_WORDS: ReadonlyMap<string, string> = new Map(
  [
    'of es au IN ACT LHI NSW US GB NZ CHAT SU PRC ROC ROK UTC UCT GMT GMT0 CET EET MET WET EST MST HST EST5EDT CST6CDT MST7MDT',
    'PST8PDT McMurdo DumontDUrville ComodRivadavia BajaNorte BajaSur EasterIsland DeNoronha',
  ]
    .join(' ')
    .split(' ')
    .map((word) => [word.toLowerCase(), word]),
);

/** The name as the tz database spells it. Intl, which knows what exists, does not care for case; Kubernetes opens a file. */
function spelling(name: string): string {
  return name.replace(/[a-z][a-z\d]*/gi, (word) => {
    const lower = word.toLowerCase();
    return ODD_WORDS.get(lower) ?? lower.charAt(0).toUpperCase() + lower.slice(1);
  });
}

// The first format of dates takes Intl 15 ms, the list of zones 2, and most names are in it: all but UTC and the older names of places.
const exists = remember((name: string): boolean => {
  // What a part may be is Kubernetes' own rule; some engines also know offsets ("+09") and zones that left the database.
  const wellFormed = /^[A-Za-z][A-Za-z\d._+-]{0,13}(\/(?![-.]+$)(?!-)[A-Za-z\d._+-]{1,14})*$/.test(name);
  if (!wellFormed || name.startsWith('Systemv/') || name === 'US/Pacific-New') return false;
  if (name === 'UTC' || name === 'Etc/UTC' || listed().has(name)) return true;
  try {
    return Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
});

const listed = once((): ReadonlySet<string> => new Set(Intl.supportedValuesOf('timeZone')));

/** Names of today that some engines list only by their old ones. */
const RENAMED = ['Asia/Kolkata', 'Asia/Ho_Chi_Minh', 'Asia/Kathmandu', 'Asia/Yangon', 'Europe/Kyiv', 'America/Nuuk'];

function closest(name: string): string | undefined {
  const names = [...listed(), ...RENAMED, 'Etc/UTC'];
  const city = name
    .slice(name.lastIndexOf('/') + 1)
    .replace(/[\s-]+/g, '_')
    .toLowerCase();
  const sameCity = names.find((known) => known.slice(known.lastIndexOf('/') + 1).toLowerCase() === city);
  return sameCity ?? didYouMean(name, names);
}

/** The sign of `Etc/GMT-9` is that of POSIX: it is nine hours ahead of Greenwich. */
function offsetProblem(offset: string): string {
  const [, sign, hours, minutes] = /^([+-])(\d{1,2}?):?(\d\d)?$/.exec(offset) ?? [];
  const zone = `Etc/GMT${sign === '+' ? '-' : '+'}${Number(hours)}`;
  const fixed = Number(minutes ?? 0) === 0 && exists(zone) ? `, or "${zone}" (POSIX turns the sign around)` : '';
  return `is an offset, not a time zone: name a place, such as "Asia/Seoul"${fixed}`;
}
