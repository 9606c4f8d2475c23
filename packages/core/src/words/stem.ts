/**
 * A light stem: plurals and British spellings only. Medical words keep their endings, because -itis, -osis and -oma
 * are different diseases; anything that conflates more than number and spelling belongs in the synonym table.
 */
export function stem(word: string): string {
  return singular(american(word));
}

/** What every British spelling below holds: one look spares most words the rest. */
const MAY_BE_BRITISH = /[ao]e|our|[bt]re$/;

function american(word: string): string {
  if (word.length < 5 || !MAY_BE_BRITISH.test(word)) return word;
  return (
    word
      .replace(/aem/g, 'em')
      .replace(/oed/g, 'ed')
      // `gastroesophageal` keeps the o of its prefix; only `oesophagus` and `gastrooesophageal` lose one.
      .replace(/(^|o)oesoph/g, '$1esoph')
      .replace(/oestr/g, 'estr')
      .replace(/rrhoe/g, 'rrhe')
      .replace(/paed/g, 'ped')
      .replace(/gynaec/g, 'gynec')
      .replace(/leuk?aem/g, 'leukem')
      .replace(/faec/g, 'fec')
      .replace(/caec/g, 'cec')
      .replace(/tumour/g, 'tumor')
      .replace(/colour/g, 'color')
      .replace(/fibre$/, 'fiber')
      .replace(/centre$/, 'center')
      .replace(/foet/g, 'fet')
  );
}

function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s')) return word;
  if (/(ss|us|is|as|os)$/.test(word)) return word;
  if (/ies$/.test(word)) return word.length > 4 ? `${word.slice(0, -3)}y` : word;
  if (/(ch|sh|x|ss|z)es$/.test(word)) return word.slice(0, -2);
  if (/ses$/.test(word)) return `${word.slice(0, -2)}is`;
  return word.slice(0, -1);
}
