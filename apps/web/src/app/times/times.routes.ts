import { Routes } from '@angular/router';

const routes: Routes = [
  {
    path: '',
    loadComponent: () => import('./invitation-step').then((m) => m.InvitationStep),
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'tider' },
      { path: 'tider', loadComponent: () => import('./times').then((m) => m.Times) },
      { path: 'inbjudningar', loadComponent: () => import('./invitations').then((m) => m.Invitations) },
      { path: 'utskick', loadChildren: () => import('../outreach/outreach.routes') },
    ],
  },
];
export default routes;
