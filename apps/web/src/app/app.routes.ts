import { Routes } from '@angular/router';
import { forRoles, signedIn, toFirstPage } from './session/guards';

/** `data.wide`: the navigation steps back to icons and the case header to one row, for pages that need the width. */
export const routes: Routes = [
  { path: 'logga-in', loadComponent: () => import('./sign-in/sign-in').then((m) => m.SignIn) },
  { path: 'dagen/:conferenceId', canActivate: [signedIn, forRoles('coordinator', 'socialWorker', 'manager')], loadChildren: () => import('./day/day.routes') },
  {
    path: '',
    canActivate: [signedIn],
    loadComponent: () => import('./shell/shell').then((m) => m.Shell),
    children: [
      { path: '', pathMatch: 'full', canActivate: [toFirstPage], children: [] },
      { path: 'idag', canActivate: [forRoles('coordinator', 'socialWorker', 'manager')], loadComponent: () => import('./today/today').then((m) => m.Today) },
      { path: 'inkorg', canActivate: [forRoles('coordinator', 'manager')], loadComponent: () => import('./inbox/inbox').then((m) => m.Inbox) },
      { path: 'radslag', canActivate: [forRoles('coordinator', 'socialWorker', 'manager')], loadChildren: () => import('./cases/cases.routes') },
      { path: 'inbjudna', data: { wide: true }, canActivate: [forRoles('coordinator', 'manager')], loadComponent: () => import('./board/board').then((m) => m.Board) },
      { path: 'erbjudanden', canActivate: [forRoles('socialWorker', 'manager')], loadComponent: () => import('./offers/offers').then((m) => m.Offers) },
      { path: 'utskick', canActivate: [forRoles('manager', 'administrator')], loadChildren: () => import('./settings/settings.routes') },
      { path: 'logg', canActivate: [forRoles('logReviewer')], loadComponent: () => import('./audit/audit-log').then((m) => m.AuditLog) },
      { path: 'logg/fraga/:taskId', canActivate: [forRoles('logReviewer')], loadComponent: () => import('./audit/access-extract').then((m) => m.AccessExtract) },
      { path: 'operatorer', canActivate: [forRoles('administrator')], loadComponent: () => import('./operators/operators').then((m) => m.Operators) },
      { path: 'profil', loadComponent: () => import('./profile/profile').then((m) => m.Profile) },
      { path: '**', loadComponent: () => import('./shell/not-found').then((m) => m.NotFound) },
    ],
  },
];
