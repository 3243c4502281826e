import { Routes } from '@angular/router';

const routes: Routes = [{ path: '', loadComponent: () => import('./network').then((m) => m.Network) }];
export default routes;
