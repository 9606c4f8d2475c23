/** How tests start the server's worker without a build. */
export const sourceWorker = {
  script: new URL('./source-worker.mjs', import.meta.url),
  execArgv: ['--conditions=source'],
};
