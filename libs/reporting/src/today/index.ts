import { FinishTask } from './finish-task';
import { ReadToday } from './read-today';
import { ReopenTask } from './reopen-task';

export * from './finish-task';
export * from './read-today';
export * from './reopen-task';

export const todayProviders = [ReadToday, FinishTask, ReopenTask];
