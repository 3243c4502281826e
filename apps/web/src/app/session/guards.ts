import { inject } from '@angular/core';
import { CanActivateFn, Router } from '@angular/router';
import type { Role } from '@radslag/domain';
import { Session } from './session';

const FIRST_PAGE: Readonly<Record<Role, string>> = {
  coordinator: '/idag',
  socialWorker: '/idag',
  manager: '/idag',
  administrator: '/utskick',
  logReviewer: '/logg',
};

export const signedIn: CanActivateFn = (_route, state) => {
  const router = inject(Router);
  if (inject(Session).me() !== null) return true;
  return router.createUrlTree(['/logga-in'], state.url === '/' ? {} : { queryParams: { tillbaka: state.url } });
};

/** The server guards too; this only spares people a page that would say no. */
export function forRoles(...roles: Role[]): CanActivateFn {
  return () => inject(Session).is(...roles) || inject(Router).parseUrl(firstPage(inject(Session).role()));
}

export const toFirstPage: CanActivateFn = () => inject(Router).parseUrl(firstPage(inject(Session).role()));

export function firstPage(role: Role | null): string {
  return role === null ? '/logga-in' : FIRST_PAGE[role];
}

/** Only addresses of our own: never a way out to another site. */
export function safeReturn(address: string | null | undefined): string | null {
  return address !== null && address !== undefined && /^\/(?![/\\])/.test(address) && !address.startsWith('/logga-in') ? address : null;
}
