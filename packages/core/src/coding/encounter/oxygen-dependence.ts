import { addCode, type EncounterRule } from './encounter.ts';
import { sayings, supportsOf } from './said.ts';

const HOME_OXYGEN =
  /\b(?:(?:on|uses?|using|requires?|wears?|with|continue[sd]?)\s+(?:continuous |chronic |nocturnal |\d(?:\.\d)?\s?(?:L|liters?)(?:\/min)?(?: of)? )*home (?:oxygen|O2)|(?:\d(?:\.\d)?\s?(?:L|liters?)(?:\/min)? (?:of )?)home (?:oxygen|O2)|home (?:oxygen|O2) (?:at|dependent|dependence|use|therapy)|(?:oxygen|O2)[- ]dependent|dependen(?:t|ce) (?:up)?on (?:supplemental |home )?(?:oxygen|O2)|(?:oxygen|O2) at home)\b/gi;

/** Long-term oxygen at home is a status of its own (Guidelines I.C.21.c.3); oxygen given during the stay is not. */
export const oxygenDependence: EncounterRule = {
  id: 'oxygen-dependence',
  meta: { phase: 'status', authority: 'Guidelines I.C.21.c.3' },
  apply(encounter) {
    const found = sayings(encounter, HOME_OXYGEN, ['present', 'historical']).filter(
      ({ support }) => support.assertion.because !== 'cue',
    );
    return addCode(encounter, 'Z99.81', supportsOf(found), 0.6, oxygenDependence, 'oxygen at home');
  },
};
