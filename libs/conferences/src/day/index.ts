import { CheckIn } from './check-in';
import { ReadDay } from './read-day';
import { RecordPhase } from './record-phase';

export * from './check-in';
export * from './read-day';
export * from './record-phase';

export const dayProviders = [ReadDay, CheckIn, RecordPhase];
