export type { FileOutcome } from './publication.ts';
export { type ReadSourcesOptions, readSources, type SourceReading } from './read-sources.ts';
export { readStarter } from './starter/read-starter.ts';
export { starterPlace } from './starter/table-file.ts';
