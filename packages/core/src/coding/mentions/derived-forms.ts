/** Endings that turn one part of speech into another without changing the finding. */
const ENDINGS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/ised$/, ['ized']],
  [/ising$/, ['izing']],
  [/isation$/, ['ization']],
  [/otic$/, ['osis']],
  [/itic$/, ['itis']],
  [/matous$/, ['ma']],
  [/emic$/, ['emia']],
  [/uric$/, ['uria']],
  [/plegic$/, ['plegia']],
  [/paretic$/, ['paresis']],
  [/pathic$/, ['pathy']],
  [/trophic$/, ['trophy']],
  [/plastic$/, ['plasia']],
  [/ptotic$/, ['ptosis']],
  [/ectatic$/, ['ectasia', 'ectasis']],
  [/static$/, ['stasis']],
  [/lytic$/, ['lysis']],
  [/genic$/, ['genesis']],
  [/gic$/, ['gia', 'gy', 'ge']],
  [/rrhagic$/, ['rrhage', 'rrhagia']],
  [/tonic$/, ['tonia', 'tension']],
  [/phobic$/, ['phobia']],
  [/asthenic$/, ['asthenia']],
  [/ric$/, ['ria', 'ry']],
  [/ic$/, ['ia', 'y', 'e', '']],
  [/tensive$/, ['tension']],
  [/ulated$/, ['ulation', 'ula']],
  [/ized$/, ['ization']],
  [/ated$/, ['ation', 'ate']],
  [/cted$/, ['ction']],
  [/pted$/, ['ption']],
  [/sed$/, ['sion', 'se', 'sis']],
  [/ied$/, ['y']],
  [/ed$/, ['', 'e', 'ion', 'ment']],
  [/ating$/, ['ation', 'ate']],
  [/cting$/, ['ction']],
  [/ing$/, ['', 'e', 'ion']],
  [/ular$/, ['ule', 'le', 'ula', 'us']],
  [/al$/, ['', 'e', 'a', 'um', 'us', 'on', 'ia', 'y', 'is']],
  [/ar$/, ['', 'a', 'e', 'um']],
  [/ary$/, ['', 'a']],
  [/ous$/, ['', 'us', 'a', 'y', 'e']],
  [/eal$/, ['', 'ea', 'eum', 'x']],
  [/ive$/, ['ion', '']],
  [/ly$/, ['']],
  [/ae$/, ['a']],
  [/a$/, ['um']],
  [/i$/, ['us']],
  [/es$/, ['is']],
  [/ices$/, ['ix', 'ex']],
  [/omata$/, ['oma']],
  [/ness$/, ['']],
  [/y$/, ['ic', 'ia']],
];

/** Nouns a word may be derived from (`stenotic` → `stenosis`, `ulcerated` → `ulceration`); most do not exist. */
export function derivedForms(word: string): string[] {
  if (word.length < 6 || /^(hypoglycemic|antihypertensive|antidiabetic)$/.test(word)) return [];
  const forms: string[] = [];
  for (const [ending, replacements] of ENDINGS) {
    if (!ending.test(word)) continue;
    for (const replacement of replacements) {
      const form = word.replace(ending, replacement);
      if (form.length >= 4) forms.push(form);
    }
  }
  return forms;
}
