import { Component } from '@angular/core';

@Component({ selector: 'rs-referral', template: '' })
export class Referral {}
