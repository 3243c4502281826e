import { StaffSessions } from './sessions';

export * from './names-of-staff';
export * from './password';
export * from './sessions';

export const accessProviders = [StaffSessions];
