import { Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Sprite } from './ui/sprite';

@Component({
  selector: 'rs-root',
  imports: [RouterOutlet, Sprite],
  template: `<rs-sprite /><router-outlet />`,
})
export class App {}
