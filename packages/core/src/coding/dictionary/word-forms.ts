import type { IndexRow } from '../../book/rows.ts';
import { wordsOf } from '../../words/fold.ts';
import { isEmptyWord, term } from './terms.ts';

/** `Hernia, hernial` names one main term twice; `Acidity, gastric` does not. The spelling tells them apart. */
export function mainTermAliases(index: readonly IndexRow[]): Map<string, string> {
  const aliases = new Map<string, string>();
  // Main terms decide first.
  for (const row of [
    ...index.filter((line) => line.parent < 0),
    ...index.filter((line) => line.parent >= 0),
  ]) {
    if (row.table !== 'disease' || !row.title.includes(', ')) continue;
    const forms = row.title.split(', ').map((part) => wordsOf(part).map(term));
    const [head] = forms[0] ?? [];
    if (head === undefined || forms[0]?.length !== 1 || head.length < 4) continue;
    const first = aliases.get(head) ?? head;
    for (const [word = '', ...more] of forms.slice(1)) {
      if (more.length > 0 || word.length < 4 || word === first || aliases.has(word) || isEmptyWord(word))
        continue;
      const same = row.parent < 0 ? word.slice(0, 4) === head.slice(0, 4) : isFormOf(word, head);
      if (namesDisease(word) === namesDisease(head) && same) aliases.set(word, first);
    }
  }
  return aliases;
}

/**
 * Below the main terms a line lists what leads to one code as well as what means one thing: `thorax, thoracic` is one
 * word, `internal, intracranial`, `constricting, congenital` and `lumbar, lumbosacral` are two.
 */
function isFormOf(word: string, head: string): boolean {
  let shared = 0;
  while (shared < word.length && word[shared] === head[shared]) shared++;
  const [short, long] = word.length < head.length ? [word, head] : [head, word];
  return shared >= 3 && (shared >= 5 || shared >= short.length - 3) && long.length - short.length <= 4;
}

/** `Necrosis, necrotic` is one term in two forms: either is enough, so only the first is asked for. */
export function firstForm(title: string): string {
  const [head = '', ...forms] = title.split(', ');
  const same = (form: string): boolean =>
    !form.includes(' ') && form.slice(0, 4).toLowerCase() === head.slice(0, 4).toLowerCase();
  return head.includes(' ') ? title : [head, ...forms.filter((form) => !same(form))].join(', ');
}

/**
 * "ice or snow" is said by either word; under "with", "neuritis, radiculitis, radiculopathy or sciatica" by any one.
 */
export function eitherOr(title: string, parent = ''): string[] {
  const list = title.split(/,\s*(?:or\s+)?|\s+or\s+/);
  if (
    /^(with|due to|in)\b/.test(parent) &&
    list.length > 2 &&
    / or /.test(title) &&
    list.every((part) => ALTERNATIVE.test(part))
  )
    return list.filter((part) => part !== 'any part');
  const match = /^(.*?)\b([\w-]+) or ([\w-]+)\b(.*)$/.exec(title);
  if (match === null) return [];
  const [, before = '', one = '', other = '', after = ''] = match;
  return [`${before}${one}${after}`, `${before}${other}${after}`];
}

/** One or two words that name something by themselves. */
const ALTERNATIVE = /^(?!with|without|of|in|due)[\w'-]+(?: [\w'-]+)?$/;

/** `Prostate, prostatic, prostatitis` lists an organ and its disease together; they are not one word. */
function namesDisease(word: string): boolean {
  return /(itis|oma|osis|pathy|algia)$/.test(word);
}
