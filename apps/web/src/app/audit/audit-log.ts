import { Component } from '@angular/core';

@Component({ selector: 'rs-audit-log', template: '' })
export class AuditLog {}
