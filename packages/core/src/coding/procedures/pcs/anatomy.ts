import { stemOf } from '../sentence-words.ts';

/** How a note names a body part where the table's label has the noun: `adjective → label words`. */
const NOUNS: Readonly<Record<string, string>> = {
  renal: 'kidney',
  hepatic: 'liver',
  gastric: 'stomach',
  antral: 'stomach pylorus',
  antrum: 'stomach pylorus',
  duodenal: 'duodenum',
  jejunal: 'jejunum',
  ileal: 'ileum',
  esophageal: 'esophagus',
  splenic: 'spleen',
  pancreatic: 'pancreas',
  vesical: 'bladder',
  prostatic: 'prostate',
  testicular: 'testis',
  testicle: 'testis',
  ovarian: 'ovary',
  uterine: 'uterus',
  endometrial: 'endometrium',
  cerebral: 'brain',
  pulmonary: 'lung',
  pleural: 'pleura',
  thyroid: 'thyroid gland',
  parotid: 'parotid gland',
  submaxillary: 'submaxillary gland',
  submandibular: 'submaxillary gland',
  colonic: 'large intestine',
  colon: 'large intestine',
  rectal: 'rectum',
  anal: 'anus',
  sigmoid: 'sigmoid colon',
  mandibular: 'mandible',
  jaw: 'mandible',
  maxillary: 'maxilla',
  cutaneous: 'skin',
  ureteral: 'ureter',
  urethral: 'urethra',
  mediastinal: 'mediastinum',
  peritoneal: 'peritoneum',
  lingual: 'tongue',
  palatal: 'hard palate',
  laryngeal: 'larynx',
  bronchial: 'main bronchus',
  epididymal: 'epididymis',
  adrenal: 'adrenal gland',
  suprarenal: 'adrenal gland',
  breast: 'breast',
  mammary: 'breast',
  conjunctival: 'conjunctiva',
  corneal: 'cornea',
  meningeal: 'cerebral meninges',
  muscular: 'muscle',
  femoral: 'upper femur',
  cervix: 'cervix',
  penile: 'penis',
  glans: 'penis',
  vaginal: 'vagina',
  vulvar: 'vulva',
  tibial: 'tibia',
  fibular: 'fibula',
  retroperitoneal: 'retroperitoneum',
  nasal: 'nasal mucosa and soft tissue',
  inguinal: 'inguinal region',
  axillary: 'axilla',
  iliac: 'iliac bone',
  knee: 'knee joint',
  ankle: 'ankle joint',
  hip: 'hip joint',
  shoulder: 'shoulder joint',
  elbow: 'elbow joint',
  wrist: 'wrist joint',
};

const PHRASES: Readonly<Record<string, string>> = {
  'bone marrow': 'iliac bone marrow',
  'oral mucosa': 'buccal mucosa',
  'buccal mucosa': 'buccal mucosa',
  'lateral malleolus': 'fibula',
  'distal fibula': 'fibula',
  pylorus: 'stomach pylorus',
  'ascending colon': 'ascending colon',
  'lymph node': 'lymphatic',
};

/** A table label or a phrase of the note in the one form they are compared in, without side. */
export function bodyPartKey(words: readonly string[]): string {
  return words
    .filter((word) => word !== 'of' && word !== 'the')
    .map(stemOf)
    .join(' ');
}

/** The forms under which a phrase of the note may stand in a table, best first. */
export function bodyPartForms(words: readonly string[]): string[] {
  const own = bodyPartKey(words);
  const forms = [own];
  const phrase = PHRASES[own];
  if (phrase !== undefined) forms.unshift(bodyPartKey(phrase.split(' ')));
  if (words.length === 1) {
    const noun = NOUNS[own];
    if (noun !== undefined) forms.push(bodyPartKey(noun.split(' ')));
  }
  return forms;
}
