import { type DocumentStyle, sectionGroup } from '../document-style.ts';
import type { Draft } from './encounter.ts';

/**
 * A diagnosis the provider lists as such (an entry of the postoperative, discharge or final diagnoses, of the
 * impression or assessment) is coded as documented (Guidelines IV.J, II and III): the model does not outvote the
 * provider. It must be the plain reading of the words, and the words must be most of the entry.
 */
export function isStatedDiagnosis(draft: Draft, style: DocumentStyle): boolean {
  if (style !== 'sectioned') return false;
  return draft.supports.some(
    ({ section, selected, rank, share, listItem, assertion }) =>
      sectionGroup(section) === 'diagnosis' &&
      (assertion.assertion === 'present' || assertion.assertion === 'possible') &&
      rank === 0 &&
      selected.overlap < 0.5 &&
      selected.mention.gap === 0 &&
      selected.mention.distance < 2 &&
      (share >= 0.6 || (listItem && share >= 0.4)),
  );
}
