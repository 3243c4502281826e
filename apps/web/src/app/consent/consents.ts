import { Component } from '@angular/core';

@Component({ selector: 'rs-consents', template: '' })
export class Consents {}
