import { describe, expect, test } from 'vitest';
import { assertionOf, scopesOver } from './assertion.ts';
import { readNote } from './read-note.ts';
import { lexicon } from './test-lexicon.ts';
import type { Assertion } from './types.ts';

/** The assertion of the words between `<` and `>`. */
function asserted(marked: string): { assertion: Assertion; cue: string; because: string } {
  const start = marked.indexOf('<');
  const end = marked.indexOf('>') - 1;
  const document = readNote(marked.replace('<', '').replace('>', ''), lexicon);
  const { assertion, cue, because } = assertionOf(document, { start, end });
  return { assertion, cue: cue ? document.text.slice(cue.start, cue.end) : '', because };
}

function hold(assertion: Assertion, notes: readonly string[]): void {
  test.each(notes)(`${assertion}: %s`, (note) => expect(asserted(note).assertion).toBe(assertion));
}

describe('negated: cues before', () => {
  hold('negated', [
    'No <bleeding> was seen.',
    'The patient denies fever, chills, or <weight loss>.',
    'He denied any <hematemesis>.',
    'No cough, wheezing or <hemoptysis>.',
    'There is no evidence of <active bleeding>.',
    'Abdomen soft without <guarding>.',
    'ROS: negative for <dysphagia>.',
    'Negative for: <melena>',
    'She does not have <diabetes>.',
    'He has never had a <stroke>.',
    'Biopsies failed to show <dysplasia>.',
    'She was ruled out for <myocardial infarction>.',
    'w/o <edema>',
    'There is no family history of <colon cancer>.',
    'The lungs are free of <crackles>.',
    'No acute <fracture>.',
    'Neither <rash> nor joint swelling is present.',
    'No <acute distress>.',
  ]);
});

describe('negated: cues after', () => {
  hold('negated', [
    '<Appendicitis> was ruled out.',
    '<Hepatomegaly> is absent.',
    'A <pneumothorax> was not seen.',
    '<Pulmonary embolism> is unlikely.',
    '<Melena>: denied.',
    'Fever: yes. <Cough>: no.',
    '<Chest pain> - negative',
  ]);
});

describe('negated: templates', () => {
  hold('negated', [
    '[ ] <fever>  [x] cough',
    '(-) <vomiting>, (+) nausea',
    '<Fever> (-), cough (+)',
    'HBsAg -ve for <hepatitis>',
  ]);
  hold('present', ['[ ] fever  [x] <cough>', '(-) vomiting, (+) <nausea>', 'Fever (-), <cough> (+)']);
});

describe('ends of reach', () => {
  hold('present', [
    'No fever but <cough> is noted.',
    'She denies nausea; <vomiting> occurred twice.',
    'He denies chest pain and has <palpitations>.',
    'No diarrhea, however <constipation> is severe.',
    'No edema. <Dyspnea> on exertion.',
    'Without fever, she presents with <jaundice>.',
    'Lungs (no crackles) and <murmur> at the apex.',
    'HEENT: no icterus NECK: <lymphadenopathy> on the left.',
  ]);
});

describe('pseudo-cues', () => {
  hold('present', [
    'No change in <ascites>.',
    'No increase in the size of the <aneurysm>.',
    'Not only <anemia> but also neutropenia.',
    'Blood culture grew gram-negative <bacteremia>.',
    'The <pain> did not improve, no relief.',
    'CT with and without contrast showed <hydronephrosis>.',
    'A 54-year-old man with <achalasia>.',
    'History of present illness: <dysphagia> for solids.',
    'Three week history of <back pain>.',
  ]);
});

describe('possible', () => {
  hold('possible', [
    'Possible <pneumonia>.',
    'Probable <sepsis>.',
    'Rule out <pulmonary embolism>.',
    'r/o <appendicitis>',
    '<Malignancy> cannot be excluded.',
    'Cannot exclude <fracture>.',
    '<Infection> has not been ruled out.',
    'Findings suggestive of <cholecystitis>.',
    'Suspected <gout>.',
    '?<cellulitis>',
    'Gastritis versus <ulcer>.',
    'Consistent with <diverticulitis>.',
    'Concerning for <abscess>.',
    'The patient may have <asthma>.',
  ]);
});

describe('historical', () => {
  hold('historical', [
    'History of <breast cancer>.',
    'h/o <DVT>',
    'Status post <hip fracture> repair.',
    'He had a <stroke> five years ago.',
    '<Pneumonia>, resolved.',
    'Previously diagnosed with <hepatitis C>.',
    'Asthma as a child, <croup> in childhood.',
  ]);
});

describe('hypothetical', () => {
  hold('hypothetical', [
    'Return for <fever> or vomiting.',
    'If you develop <chest pain>, call us.',
    'Risks including <bleeding> and perforation were explained.',
    'Heparin to prevent <deep vein thrombosis>.',
    'Colonoscopy for screening for <colon cancer>.',
    'Monitor for <hypoglycemia>.',
    'Oxycodone as needed for <pain>.',
    'Seizure precautions; at risk for <falls>.',
    'Allergic to penicillin causing <rash>.',
  ]);
});

describe('family', () => {
  hold('family', [
    'Family history of <colon cancer>.',
    'His mother had <breast cancer>.',
    'Significant for <diabetes> in his father.',
    'Maternal grandmother with <glaucoma>.',
    '<Heart disease> runs in the family.',
  ]);
  hold('present', [
    'His mother states that he has <seizures>.',
    'Per wife, he has <snoring>.',
    'The parents have noticed <wheezing>.',
  ]);
});

describe('sections decide where no cue does', () => {
  test.each([
    ['FAMILY HISTORY: <Hypertension>.', 'family'],
    ['PAST MEDICAL HISTORY:\n1. <Hypertension>\n2. Gout', 'historical'],
    ['ALLERGIES: Penicillin (<rash>)', 'hypothetical'],
    ['DISCHARGE INSTRUCTIONS:\nCall us about <bleeding>', 'hypothetical'],
  ])('%s', (note, assertion) => {
    expect(asserted(note)).toEqual({ assertion, cue: '', because: 'section' });
  });

  test('a cue goes before the section, but relatives stay relatives', () => {
    expect(asserted('PMH: no <diabetes>')).toEqual({ assertion: 'negated', cue: 'no', because: 'cue' });
    expect(asserted('FAMILY HISTORY: history of <gout>').assertion).toBe('family');
    expect(asserted('FAMILY HISTORY: no <gout>').assertion).toBe('negated');
  });
});

describe('what is answered', () => {
  test('the words that decided, verbatim', () => {
    expect(asserted('There was No  Evidence of <bleeding>.').cue).toBe('No  Evidence of');
  });

  test('negation speaks before history, and both scopes are there to explain', () => {
    const text = 'Denies history of stroke.';
    const document = readNote(text, lexicon);
    const span = { start: text.indexOf('stroke'), end: text.indexOf('stroke') + 6 };
    expect(assertionOf(document, span).assertion).toBe('negated');
    const chest = readNote('No bleeding or previous ulcer.', lexicon);
    expect(scopesOver(chest, { start: 24, end: 29 }).map(({ meaning }) => meaning)).toEqual([
      'negated',
      'historical',
    ]);
  });

  test('a mention is not its own cue', () => {
    expect(asserted('<No known drug allergies>.').assertion).toBe('present');
  });
});
