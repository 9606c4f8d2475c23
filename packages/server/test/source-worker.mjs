// The worker from its TypeScript source, for tests: Node's threads do not inherit the test runner's loader.
import { register } from 'tsx/esm/api';

register();
await import('../src/workers/worker.ts');
