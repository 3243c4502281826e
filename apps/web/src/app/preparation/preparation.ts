import { Component } from '@angular/core';

@Component({ selector: 'rs-preparation', template: '' })
export class Preparation {}
