import { antepartum } from './antepartum.ts';
import { bodyMassIndex } from './body-mass-index.ts';
import { colonPolyp } from './colon-polyp.ts';
import { copdWith } from './copd-with.ts';
import { coronaryAngina } from './coronary-angina.ts';
import { diabetesWith } from './diabetes-with.ts';
import type { EncounterRule } from './encounter.ts';
import { externalCauseDetails } from './external-cause-details.ts';
import { externalCauses } from './external-causes.ts';
import { familyHistory } from './family-history.ts';
import { highestSpecificity } from './highest-specificity.ts';
import { historyOf } from './history-of.ts';
import { hypertensionWith } from './hypertension-with.ts';
import { injuryEpisode } from './injury-episode.ts';
import { integralSymptoms } from './integral-symptoms.ts';
import { longTermDrugs } from './long-term-drugs.ts';
import { lowerLimbUlcer } from './lower-limb-ulcer.ts';
import { metastaticTo } from './metastatic-to.ts';
import { neoplasmHistory } from './neoplasm-history.ts';
import { obesityClass } from './obesity-class.ts';
import { oneReading } from './one-reading.ts';
import { orderFindings } from './order-findings.ts';
import { organism } from './organism.ts';
import { oxygenDependence } from './oxygen-dependence.ts';
import { pregnancy } from './pregnancy.ts';
import { respiratoryFailure } from './respiratory-failure.ts';
import { ruledOut } from './ruled-out.ts';
import { saysLess } from './says-less.ts';
import { screening } from './screening.ts';
import { sequence } from './sequence.ts';
import { sexConflict } from './sex-conflict.ts';
import { superficialInjuries } from './superficial-injuries.ts';
import { tobacco } from './tobacco.ts';
import { treatedCondition } from './treated-condition.ts';

/** In the order a coder applies them: what is not so, what combines, what is included, what comes first. */
export const encounterRules: readonly EncounterRule[] = [
  sexConflict,
  ruledOut,
  oneReading,
  metastaticTo,
  neoplasmHistory,
  historyOf,
  highestSpecificity,
  treatedCondition,
  saysLess,
  organism,
  copdWith,
  coronaryAngina,
  respiratoryFailure,
  diabetesWith,
  lowerLimbUlcer,
  hypertensionWith,
  screening,
  colonPolyp,
  integralSymptoms,
  tobacco,
  longTermDrugs,
  oxygenDependence,
  obesityClass,
  bodyMassIndex,
  antepartum,
  pregnancy,
  familyHistory,
  externalCauseDetails,
  injuryEpisode,
  superficialInjuries,
  externalCauses,
  sequence,
  orderFindings,
];
