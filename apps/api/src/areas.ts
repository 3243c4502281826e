import type { Provider, Type } from '@nestjs/common';

/** Every area of work: its controllers, and the use cases they translate for. */
export const controllers: Type[] = [];
export const providers: Provider[] = [];
