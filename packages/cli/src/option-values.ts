import {
  CODE_SYSTEMS,
  type CodeSystem,
  type IsoDate,
  type Setting,
  SOURCES,
  type SourceId,
} from '@casebook/core';
import { stop } from './report.ts';

/** A real day as `YYYY-MM-DD`. */
export function dateValue(option: string, value: string): IsoDate {
  const date = new Date(`${value}T00:00:00Z`);
  if (
    /^\d{4}-\d{2}-\d{2}$/.test(value) &&
    !Number.isNaN(date.getTime()) &&
    date.toISOString().startsWith(value)
  )
    return value;
  return stop('bad-option', { option, value, expected: 'a date as 2026-03-02' });
}

export function wholeNumber(option: string, value: string, least: number, most: number): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= least && number <= most) return number;
  return stop('bad-option', { option, value, expected: `a whole number from ${least} to ${most}` });
}

export function settingValue(value: string): Setting {
  if (value === 'outpatient' || value === 'inpatient' || value === 'ed') return value;
  return stop('bad-option', { option: '--setting', value, expected: 'outpatient, inpatient or ed' });
}

export function sexValue(value: string): 'F' | 'M' {
  const letter = value.toUpperCase();
  if (letter === 'F' || letter === 'M') return letter;
  return stop('bad-option', { option: '--sex', value, expected: 'F or M' });
}

export function sourceValue(option: string, value: string): SourceId {
  const source = SOURCES.find((name) => name === value);
  return source ?? stop('bad-option', { option, value, expected: SOURCES.join(', ') });
}

export function systemValue(value: string): CodeSystem {
  const system = CODE_SYSTEMS.find((name) => name === value);
  return system ?? stop('bad-option', { option: '--system', value, expected: CODE_SYSTEMS.join(', ') });
}
