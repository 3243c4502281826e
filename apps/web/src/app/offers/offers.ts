import { Component } from '@angular/core';

@Component({ selector: 'rs-offers', template: '' })
export class Offers {}
