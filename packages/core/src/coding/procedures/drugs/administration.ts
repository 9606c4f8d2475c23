import type { GivenDrug } from './drugs-given.ts';

/** A number for giving drugs, with the drugs it stands for. */
export interface Administration {
  readonly number: string;
  readonly units: number;
  readonly drugs: readonly GivenDrug[];
  readonly why: string;
}

type Way = 'chemo-infusion' | 'chemo-push' | 'infusion' | 'push' | 'hydration';

/**
 * Which way of giving leads, for a physician's claim the reason of the visit and for a facility this order: cancer
 * drugs before other drugs before fluids, and within each infusions before pushes (NCCI Policy Manual, chapter 11).
 */
const ORDER: readonly Way[] = ['chemo-infusion', 'chemo-push', 'infusion', 'push', 'hydration'];

interface WayNumbers {
  readonly first: string;
  /** Of this way beside another that leads, or of a second drug. */
  readonly next: string;
  /** Each further hour. */
  readonly hours: string | null;
}

const NUMBERS: Readonly<Record<Way, WayNumbers>> = {
  'chemo-infusion': { first: '96413', next: '96417', hours: '96415' },
  'chemo-push': { first: '96409', next: '96411', hours: null },
  infusion: { first: '96365', next: '96367', hours: '96366' },
  push: { first: '96374', next: '96375', hours: null },
  hydration: { first: '96360', next: '96361', hours: '96361' },
};

/** An infusion of a quarter hour or less counts as a push; a further hour begins after its first 30 minutes. */
const SHORTEST_INFUSION = 16;
const PAST_THE_HOUR = 91;
/** Fluids alone are reported from this many minutes on. */
const SHORTEST_HYDRATION = 31;

/** The numbers for giving what was given by needle or drip. Injections into joints and lesions have numbers of their own. */
export function administrations(given: readonly GivenDrug[]): Administration[] {
  const found: Administration[] = [];
  const shots = given.filter(
    ({ route, kind }) => (route === 'muscle' || route === 'skin') && kind !== 'fluid' && kind !== 'procedure',
  );
  for (const [number, own] of [
    ['96401', shots.filter(({ kind }) => kind === 'chemo')],
    ['96402', shots.filter(({ kind }) => kind === 'hormone')],
    ['96372', shots.filter(({ kind }) => kind !== 'chemo' && kind !== 'hormone')],
  ] as const)
    if (own.length > 0)
      found.push({
        number,
        units: own.length,
        drugs: own,
        why: 'given by needle under the skin or in muscle',
      });
  return [...found, ...intoVeins(given)];
}

function intoVeins(given: readonly GivenDrug[]): Administration[] {
  const ways = given
    .flatMap((drug) => {
      const way = wayOf(drug);
      return way === null ? [] : [{ drug, way }];
    })
    .sort((a, b) => ORDER.indexOf(a.way) - ORDER.indexOf(b.way));
  const [leading] = ways;
  if (leading === undefined) return [];
  const counted = new Map<string, { drugs: GivenDrug[]; units: number; why: string }>();
  const count = (number: string, drug: GivenDrug, units: number, why: string): void => {
    const known = counted.get(number);
    if (known === undefined) counted.set(number, { drugs: [drug], units, why });
    else {
      known.drugs.push(drug);
      known.units += units;
    }
  };
  for (const one of ways) {
    const { first, next, hours } = NUMBERS[one.way];
    const leads = one === leading;
    count(leads ? first : next, one.drug, 1, leads ? 'leads the day' : 'beside what leads the day');
    const more = furtherHours(one.drug.minutes ?? 0);
    if (hours !== null && more > 0) count(hours, one.drug, more, 'further hours');
  }
  return [...counted].map(([number, { drugs, units, why }]) => ({ number, units, drugs, why }));
}

function wayOf({ route, kind, minutes }: GivenDrug): Way | null {
  if (route !== 'push' && route !== 'infusion') return null;
  if (kind === 'sedation' || kind === 'procedure') return null;
  if (kind === 'fluid') return (minutes ?? 0) >= SHORTEST_HYDRATION ? 'hydration' : null;
  const infused = route === 'infusion' && (minutes ?? 60) >= SHORTEST_INFUSION;
  if (kind === 'chemo') return infused ? 'chemo-infusion' : 'chemo-push';
  // Biologics are given as cancer drugs are, whatever they treat.
  if (kind === 'biologic') return 'chemo-infusion';
  return infused ? 'infusion' : 'push';
}

function furtherHours(minutes: number): number {
  return minutes < PAST_THE_HOUR ? 0 : Math.floor((minutes - 31) / 60);
}
