import { Routes } from '@angular/router';

const routes: Routes = [{ path: '', loadComponent: () => import('./outreach').then((m) => m.Outreach) }];
export default routes;
