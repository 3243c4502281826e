import { Component } from '@angular/core';

@Component({ selector: 'rs-today', template: '' })
export class Today {}
