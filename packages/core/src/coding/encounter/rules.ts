import { adverseEffect } from './adverse-effect.ts';
import { antepartum } from './antepartum.ts';
import { bodyMassIndex } from './body-mass-index.ts';
import { burnExtent } from './burn-extent.ts';
import { cancerTreatment } from './cancer-treatment.ts';
import { colonPolyp } from './colon-polyp.ts';
import { complicatesPregnancy } from './complicates-pregnancy.ts';
import { copdWith } from './copd-with.ts';
import { coronaryAngina } from './coronary-angina.ts';
import { deliveryOutcome } from './delivery-outcome.ts';
import { dementiaCause } from './dementia-cause.ts';
import { diabetesType } from './diabetes-type.ts';
import { diabetesWith } from './diabetes-with.ts';
import { discLevels } from './disc-levels.ts';
import { dueTo } from './due-to.ts';
import { dysphagiaPhase } from './dysphagia-phase.ts';
import type { EncounterRule } from './encounter.ts';
import { encounterReason } from './encounter-reason.ts';
import { externalCauseDetails } from './external-cause-details.ts';
import { externalCauses } from './external-causes.ts';
import { familyHistory } from './family-history.ts';
import { highestSpecificity } from './highest-specificity.ts';
import { historyOf } from './history-of.ts';
import { hypertensionWith } from './hypertension-with.ts';
import { infarctVessel } from './infarct-vessel.ts';
import { injuryEpisode } from './injury-episode.ts';
import { integralSymptoms } from './integral-symptoms.ts';
import { longTermDrugs } from './long-term-drugs.ts';
import { lowerLimbUlcer } from './lower-limb-ulcer.ts';
import { metastaticTo } from './metastatic-to.ts';
import { namedCause } from './named-cause.ts';
import { neoplasmHistory } from './neoplasm-history.ts';
import { newbornRecord } from './newborn-record.ts';
import { obesityClass } from './obesity-class.ts';
import { oneReading } from './one-reading.ts';
import { organism } from './organism.ts';
import { oxygenDependence } from './oxygen-dependence.ts';
import { pastProcedures } from './past-procedures.ts';
import { poisoning } from './poisoning.ts';
import { postpartumVisit } from './postpartum-visit.ts';
import { pregnancy } from './pregnancy.ts';
import { recordsApart } from './records-apart.ts';
import { respiratoryFailure } from './respiratory-failure.ts';
import { ruleOrder } from './rule-order.ts';
import { ruledOut } from './ruled-out.ts';
import { saysLess } from './says-less.ts';
import { screening } from './screening.ts';
import { sequence } from './sequence.ts';
import { severalValves } from './several-valves.ts';
import { sexConflict } from './sex-conflict.ts';
import { stageZero } from './stage-zero.ts';
import { strokeDeficits } from './stroke-deficits.ts';
import { superficialInjuries } from './superficial-injuries.ts';
import { tobacco } from './tobacco.ts';
import { treatedCondition } from './treated-condition.ts';
import { underdosing } from './underdosing.ts';
import { urinarySymptoms } from './urinary-symptoms.ts';
import { vaccination } from './vaccination.ts';
import { varicesCause } from './varices-cause.ts';

/** Every rule; the order they are applied in is computed from their phases and `after`. */
export const allRules: readonly EncounterRule[] = [
  adverseEffect,
  antepartum,
  burnExtent,
  postpartumVisit,
  recordsApart,
  newbornRecord,
  deliveryOutcome,
  complicatesPregnancy,
  bodyMassIndex,
  cancerTreatment,
  colonPolyp,
  copdWith,
  coronaryAngina,
  dementiaCause,
  urinarySymptoms,
  severalValves,
  namedCause,
  vaccination,
  pastProcedures,
  discLevels,
  varicesCause,
  stageZero,
  dueTo,
  dysphagiaPhase,
  strokeDeficits,
  infarctVessel,
  diabetesType,
  diabetesWith,
  encounterReason,
  externalCauseDetails,
  externalCauses,
  familyHistory,
  highestSpecificity,
  historyOf,
  hypertensionWith,
  injuryEpisode,
  integralSymptoms,
  longTermDrugs,
  lowerLimbUlcer,
  metastaticTo,
  neoplasmHistory,
  obesityClass,
  oneReading,
  organism,
  oxygenDependence,
  poisoning,
  pregnancy,
  respiratoryFailure,
  ruledOut,
  saysLess,
  screening,
  sequence,
  sexConflict,
  superficialInjuries,
  tobacco,
  treatedCondition,
  underdosing,
];

/** In the order they are applied. */
export const encounterRules: readonly EncounterRule[] = ruleOrder(allRules);
