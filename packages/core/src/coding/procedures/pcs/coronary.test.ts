import { describe, expect, test } from 'vitest';
import { bypassPatterns, dilationPatterns } from './coronary.ts';

describe('table 027, guideline B4.4: arteries are counted', () => {
  test.each([
    ['stent to the mid LAD', ['02703DZ']],
    ['drug-eluting stents to the LAD and the RCA', ['027135Z']],
    ['two Xience stents to the circumflex', ['027035Z']],
    ['balloon angioplasty of the RCA, no stent', ['02703ZZ']],
  ])('%s', (text, codes) => expect(dilationPatterns(text)).toEqual(codes));
});

describe('table 021: a code for each source', () => {
  test.each([
    ['CABG x2, LIMA to LAD and vein graft to PDA', ['02100Z9', '021009W']],
    ['triple vessel bypass with saphenous vein', ['021209W']],
    ['LIMA and RIMA grafts to LAD and RCA', ['02100Z9', '02100Z8']],
  ])('%s', (text, codes) => expect(bypassPatterns(text)).toEqual(codes));
});
