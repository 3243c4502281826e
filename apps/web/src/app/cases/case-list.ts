import { Component } from '@angular/core';

@Component({ selector: 'rs-case-list', template: '' })
export class CaseList {}
