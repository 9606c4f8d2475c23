import type { AnyIntent } from '../intent.ts';
import type { GuidelineRule } from '../knowledge.ts';
import { abbreviation } from './abbreviation.ts';
import { changes } from './changes.ts';
import { codeForWords } from './code-for-words.ts';
import { compare } from './compare.ts';
import { document } from './document.ts';
import { guidelineOf } from './guideline.ts';
import { indexPath } from './index-path.ts';
import { mayBeFirst } from './may-be-first.ts';
import { meaning } from './meaning.ts';
import { modifier } from './modifier.ts';
import { notLoaded } from './not-loaded.ts';
import { notes } from './notes.ts';
import { options } from './options.ts';
import { outOfScope } from './out-of-scope.ts';
import { pcsOperation } from './pcs-operation.ts';
import { poa } from './poa.ts';
import { releases } from './releases.ts';
import { sequence } from './sequence.ts';
import { seventhCharacter } from './seventh-character.ts';
import { together } from './together.ts';
import { units } from './units.ts';
import { validity } from './validity.ts';

/** Every kind of question. Where two are equally sure of one, the earlier answers and the later is offered beside it. */
export function intents(rules: readonly GuidelineRule[]): readonly AnyIntent[] {
  return [
    outOfScope,
    seventhCharacter,
    poa,
    modifier,
    units,
    notLoaded,
    sequence,
    compare,
    together,
    mayBeFirst,
    notes,
    indexPath,
    document,
    changes,
    validity,
    options,
    abbreviation,
    pcsOperation,
    releases,
    guidelineOf(rules),
    codeForWords,
    meaning,
  ];
}
