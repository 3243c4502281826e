import { StaffSessions } from './sessions';

export * from './password';
export * from './sessions';

export const accessProviders = [StaffSessions];
