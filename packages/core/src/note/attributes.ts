import { unconsciousIn } from './consciousness.ts';
import { fractureOf } from './fracture.ts';
import { gestationAt } from './gestation.ts';
import { type Nearby, nearbyOf, normsAfter, normsBefore, normsWithin } from './nearby.ts';
import { sideOf } from './side.ts';
import type { Attributes, NoteDocument, Span } from './types.ts';

const ACUITY: ReadonlyMap<string, NonNullable<Attributes['acuity']>> = new Map([
  ['acute', 'acute'],
  ['acutely', 'acute'],
  ['chronic', 'chronic'],
  ['chronically', 'chronic'],
  ['subacute', 'subacute'],
  ['recurrent', 'recurrent'],
  ['relapsing', 'recurrent'],
]);

const SEVERITY: ReadonlyMap<string, NonNullable<Attributes['severity']>> = new Map([
  ['mild', 'mild'],
  ['mildly', 'mild'],
  ['moderate', 'moderate'],
  ['moderately', 'moderate'],
  ['severe', 'severe'],
  ['severely', 'severe'],
]);

/** What the words around a mention say of it; a property is absent where the note does not say. */
export function attributesOf(document: NoteDocument, span: Span): Attributes {
  const nearby = nearbyOf(document, span);
  if (!nearby) return {};
  const side = sideOf(nearby);
  const acuity = acuityOf(nearby);
  const severity = severityOf(nearby);
  const episode = episodeOf(nearby);
  const fracture = fractureOf(nearby);
  const unconscious = unconsciousIn(document);
  const fetus = fetusOf(nearby);
  const gestation = gestationAt(document, span.start)?.value;
  return {
    ...(side && { side }),
    ...(acuity && { acuity }),
    ...(severity && { severity }),
    ...(episode && { episode }),
    ...(fracture && { fracture }),
    ...(unconscious && { unconscious }),
    ...(areSeveral(nearby) && { several: true as const }),
    ...tophiOf(nearby),
    ...(fetus && { fetus }),
    ...(gestation?.weeks !== undefined && { gestationWeeks: gestation.weeks }),
    ...(gestation && { trimester: gestation.trimester }),
  };
}

function acuityOf(nearby: Nearby): Attributes['acuity'] {
  const found = new Set([...modifiers(nearby)].flatMap((norm) => ACUITY.get(norm) ?? []));
  if (found.has('acute') && found.has('chronic')) return 'acute-on-chronic';
  return [...found][0];
}

/** The worse of two: "moderate to severe" is severe. */
function severityOf(nearby: Nearby): Attributes['severity'] {
  const found = new Set(modifiers(nearby).flatMap((norm) => SEVERITY.get(norm) ?? []));
  return (['severe', 'moderate', 'mild'] as const).find((severity) => found.has(severity));
}

/** Words that may stand between an adjective and what it describes; any other verb or clause word parts them. */
const PARTING = new Set(
  'with without and but for due secondary from has had is was presents of to in'.split(' '),
);

/** The adjectives of a mention: inside it, before it, or after it as the Index writes them ("pancreatitis, acute"). */
function modifiers(nearby: Nearby): string[] {
  const before: string[] = [];
  const norms = normsBefore(nearby, 5);
  for (let i = 0; i < norms.length; i++) {
    const norm = norms[i] ?? '';
    const joins =
      (norm === 'and' || norm === 'to' || norm === 'on') &&
      isModifier(norms[i - 1]) &&
      isModifier(norms[i + 1]);
    if (PARTING.has(norm) && !joins) break;
    before.push(norm);
  }
  const { tokens, end } = nearby;
  const comma = tokens[end]?.norm === ',' && isModifier(tokens[end + 1]?.norm);
  const next = tokens[end + 2]?.norm ?? '.';
  const inverted = comma && /^(and|on|[.,;])$/.test(next) ? [tokens[end + 1]?.norm ?? ''] : [];
  return [...normsWithin(nearby), ...before, ...inverted];
}

function isModifier(norm: string | undefined): boolean {
  return norm !== undefined && (ACUITY.has(norm) || SEVERITY.has(norm));
}

const ORDINAL =
  /^(?:\d{1,2}(?:st|nd|rd|th)?|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)$/;

/** Of the parts that the Tabular counts: ribs. */
function areSeveral(nearby: Nearby): boolean {
  const within = normsWithin(nearby);
  const before = normsBefore(nearby, 8, /^[;.]$/);
  const at = [...within].findIndex((norm) => norm === 'rib' || norm === 'ribs');
  if (at < 0) return false;
  if (within[at] === 'ribs') return true;
  const leading = [...within.slice(0, at).reverse(), ...before];
  let ordinals = 0;
  for (const norm of leading) {
    if (ORDINAL.test(norm)) ordinals++;
    else if (!/^(?:and|,|&|to|-|through|st|nd|rd|th)$/.test(norm)) break;
  }
  return ordinals > 1;
}

/** "With tophi", "tophaceous", "no tophi". */
function tophiOf(nearby: Nearby): { readonly tophi?: boolean } {
  const words = ` ${[...normsBefore(nearby, 6, /^[;.]$/).reverse(), ...normsWithin(nearby), ...normsAfter(nearby, 10, /^[;.]$/)].join(' ')} `;
  if (!/ (?:tophus|tophi|tophaceous) /.test(words)) return {};
  return { tophi: !/ (?:no|without|denies) (?:\w+ )?(?:tophus|tophi) /.test(words) };
}

/** "Twin A", "fetus 2": which of several the words are about. */
function fetusOf(nearby: Nearby): number | undefined {
  const words = [
    ...normsBefore(nearby, 8, /^[;.]$/).reverse(),
    ...normsWithin(nearby),
    ...normsAfter(nearby, 8, /^[;.]$/),
  ].join(' ');
  const found = /\b(?:twin|fetus|baby|triplet) ([a-e]|[1-5])\b/.exec(words)?.[1];
  if (found === undefined) return undefined;
  return /\d/.test(found) ? Number(found) : found.charCodeAt(0) - 'a'.charCodeAt(0) + 1;
}

/** The episode of care that words near the mention name (Guidelines I.C.19.a). */
function episodeOf(nearby: Nearby): Attributes['episode'] {
  const words = ` ${[...normsBefore(nearby, 8, /^[;]$/).reverse(), ...normsWithin(nearby), ...normsAfter(nearby, 10, /^[;]$/)].join(' ')} `;
  if (
    / (sequelae?|late effects?|residuals? (of|from)) | (from|due to|after|following) (an? |his |her |the )?(old|remote|previous|prior|childhood) /.test(
      words,
    )
  )
    return 'sequela';
  if (
    / subsequent (encounter|visit|care|episode) | (follow - up|followup|follow up|aftercare|cast (check|change|removal)|recheck) | healing /.test(
      words,
    )
  )
    return 'subsequent';
  return / initial (encounter|visit|care|episode|evaluation) /.test(words) ? 'initial' : undefined;
}
