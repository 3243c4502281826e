import { TodayController } from './today.controller';

export const todayControllers = [TodayController];
