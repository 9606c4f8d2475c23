import { type Nearby, normsWithin } from './nearby.ts';
import type { Attributes } from './types.ts';

type Fracture = NonNullable<Attributes['fracture']>;

const FRACTURE = /^(fractures?|fx|fxs|fractured|broken|nonunion|malunion)$/;
const REACH = 10;

/** What is said of a fracture near the mention; undefined where neither the mention nor the words around it name one. */
export function fractureOf(nearby: Nearby): Fracture | undefined {
  const { tokens, sentence, first, end } = nearby;
  const from = Math.max(sentence.firstToken, first - REACH);
  const norms = tokens.slice(from, Math.min(sentence.endToken, end + REACH)).map((token) => token.norm);
  if (!normsWithin(nearby).some((norm) => FRACTURE.test(norm)) && !norms.some((norm) => FRACTURE.test(norm)))
    return undefined;
  const words = ` ${norms.join(' ')} `;
  const open = openness(words);
  const displaced = displacement(words);
  const grade = open === true ? gradeOf(words) : undefined;
  const healing = healingOf(words);
  const fracture: Fracture = {
    ...(open === undefined ? {} : { open }),
    ...(displaced === undefined ? {} : { displaced }),
    ...(grade === undefined ? {} : { grade }),
    ...(healing === undefined ? {} : { healing }),
  };
  return Object.keys(fracture).length > 0 ? fracture : undefined;
}

function openness(words: string): boolean | undefined {
  if (/ (gustilo|compound) /.test(words)) return true;
  // "open reduction" is how it was treated, not what it was.
  if (/ open (?!reduction|treatment|repair|procedure|approach)/.test(words)) return true;
  return / closed (?!reduction|treatment|with|using|in|by|over|the|head)/.test(words) ? false : undefined;
}

function gradeOf(words: string): Fracture['grade'] {
  if (
    / (gustilo|type|grade|g)( - anderson| anderson)?( type| grade| class)? (iii ?[abc]?|3 ?[abc]?) /.test(
      words,
    )
  )
    return 'III';
  return / (gustilo|type|grade)( - anderson| anderson)?( type| grade| class)? (ii?|1|2) /.test(words)
    ? 'I-II'
    : undefined;
}

function displacement(words: string): boolean | undefined {
  if (/ (nondisplaced|undisplaced) | (non|not|minimally|without) (- )?displace(d|ment) /.test(words))
    return false;
  return / displaced /.test(words) ? true : undefined;
}

function healingOf(words: string): Fracture['healing'] {
  if (/ nonunion | non - union | ununited /.test(words)) return 'nonunion';
  if (/ malunion | mal - union | malunited /.test(words)) return 'malunion';
  if (/ delayed (healing|union) /.test(words)) return 'delayed';
  return / (routine|normal|good|satisfactory) healing | healing (well|nicely|appropriately|routinely) /.test(
    words,
  )
    ? 'routine'
    : undefined;
}
