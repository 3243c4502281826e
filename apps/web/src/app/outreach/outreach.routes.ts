import { Routes } from '@angular/router';

const routes: Routes = [
  { path: '', pathMatch: 'full', loadComponent: () => import('./outreach').then((m) => m.Outreach) },
  { path: 'lista', loadComponent: () => import('./proof').then((m) => m.Proof) },
];
export default routes;
