import type { LoadReport } from '@casebook/core';
import pc from 'picocolors';
import { columns } from '../table.ts';

/** What a pull made of the book, for people: releases, what changed, files that were not used and why. */
export function loadReportLines({ releases, recognised, unrecognised }: LoadReport): string[] {
  const rows = releases.map(({ source, version, status, billable, rows, against }) => [
    pc.bold(`${source} ${version}`),
    status,
    source === 'guidelines' ? `${rows} sections` : `${billable} billable of ${rows}`,
    against === null ? '' : `against ${against.version}: +${against.added} −${against.deleted}`,
  ]);
  const lines = columns(rows);
  const skipped = recognised.filter(({ outcome }) => outcome !== 'loaded');
  if (skipped.length > 0)
    lines.push(
      '',
      pc.bold('Recognised, not loaded'),
      ...columns(skipped.map(({ file, kind, outcome }) => [file, kind, outcome])),
    );
  if (unrecognised.length > 0)
    lines.push(
      '',
      pc.bold('Not recognised'),
      ...columns(unrecognised.map(({ file, why }) => [file, pc.dim(why)])),
    );
  return lines;
}
