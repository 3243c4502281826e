import { Controller, Get, SetMetadata } from '@nestjs/common';
import { route } from '@radslag/contracts';
import { env } from '@radslag/platform';
import { ROUTE } from '../binding';
import { openApiDocument } from './document';

/** Public: it describes the door, and holds nothing that is behind it. */
export const openApiRoute = route('openApi', { method: 'GET', path: '/api/openapi.json', tag: 'meta', summary: 'This document', access: { public: 'It describes the door and holds nothing that is behind it.' }, produces: 'application/json' });

@Controller()
export class OpenApiController {
  private readonly document = openApiDocument(env().staffUrl);

  @SetMetadata(ROUTE, openApiRoute)
  @Get('api/openapi.json')
  read() {
    return this.document;
  }
}
