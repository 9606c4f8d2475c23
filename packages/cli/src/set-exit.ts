/** Sets the process's exit code without ending it, so that output is flushed; 1: findings that deny. */
export type SetExit = (code: 0 | 1) => void;
