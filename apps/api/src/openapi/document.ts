import * as z from 'zod';
import { GENERAL_PROBLEMS, Problem, routes, type AnyRoute } from '@radslag/contracts';

type Json = Record<string, unknown>;
type Components = Record<string, Json>;

/** OpenAPI 3.1, written from the same schemas that the API parses with. */
export function openApiDocument(serverUrl: string): Json {
  const components: Components = {};
  const paths: Record<string, Json> = {};
  schemaOf(Problem, 'output', components);
  for (const route of Object.values(routes) as AnyRoute[]) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route, components) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Rådslag', version: '1', description: 'Coordinates family group conferences. Errors are problem+json with stable codes. Unsafe methods need `X-Radslag: 1`. A POST with an `Idempotency-Key` is done once.' },
    servers: [{ url: `${serverUrl}/api/v1` }],
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-radslag', description: 'From POST /session.' },
        sameSite: { type: 'apiKey', in: 'header', name: 'X-Radslag', description: 'The value 1, on every POST, PUT, PATCH and DELETE: another site cannot send it.' },
      },
    },
  };
}

function operationOf(route: AnyRoute, components: Components): Json {
  const open = 'public' in route.access;
  const unsafe = route.method !== 'GET';
  const body = jsonSchemaOf(route.body, 'input', components);
  const hook = route.tag === 'hooks';
  return {
    operationId: route.name,
    summary: route.summary,
    tags: [route.tag],
    ...(open ? { description: (route.access as { public: string }).public } : { 'x-roles': route.access }),
    security: open ? (route.name === 'signIn' ? [{ sameSite: [] }] : []) : [unsafe ? { session: [], sameSite: [] } : { session: [] }],
    parameters: [
      ...parametersOf(route.params, 'path', components),
      ...parametersOf(route.query, 'query', components),
      ...(route.method === 'POST' && !open ? [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', minLength: 8, maxLength: 100 } }] : []),
    ],
    ...(body ? { requestBody: { required: true, content: { [hook ? 'application/x-www-form-urlencoded' : 'application/json']: { schema: body } } } } : {}),
    responses: { [route.status]: answerOf(route, components), ...problemsOf(route) },
  };
}

function answerOf(route: AnyRoute, components: Components): Json {
  if (route.produces) return { description: route.summary, content: { [route.produces]: { schema: route.produces === 'application/pdf' ? { type: 'string', contentMediaType: 'application/pdf' } : { type: 'string' } } } };
  const schema = jsonSchemaOf(route.response, 'output', components);
  return { description: route.summary, ...(schema ? { content: { 'application/json': { schema } } } : {}) };
}

/** The route's own codes and those of every route, grouped by status. */
function problemsOf(route: AnyRoute): Record<string, Json> {
  const byStatus = new Map<number, string[]>();
  const add = (status: number, code: string) => byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  for (const [code, status] of Object.entries(GENERAL_PROBLEMS)) add(status, code);
  for (const code of route.errors) if (!(code in GENERAL_PROBLEMS)) add(OWN_STATUS[code] ?? 422, code);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      String(status),
      { description: codes.join(', '), content: { 'application/problem+json': { schema: { allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code: { enum: codes } } }] } } } },
    ]),
  );
}

const OWN_STATUS: Record<string, number> = { 'wrong-credentials': 401, 'bad-signature': 403 };

function parametersOf(schema: z.ZodType, where: 'path' | 'query', components: Components): Json[] {
  const json = jsonSchemaOf(schema, 'input', components) as { properties?: Record<string, Json>; required?: string[] } | undefined;
  return Object.entries(json?.properties ?? {}).map(([name, property]) => ({ name, in: where, required: where === 'path' || (json?.required ?? []).includes(name), schema: property }));
}

function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output', components: Components): Json | undefined {
  return schema instanceof z.ZodUndefined ? undefined : schemaOf(schema, io, components);
}

/** JSON Schema (2020-12, which is what 3.1 speaks) with named schemas moved to `components`. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', components: Components): Json {
  const { $schema: _dialect, $defs = {}, ...json } = z.toJSONSchema(schema, { io, target: 'draft-2020-12', unrepresentable: 'any' }) as Json & { $defs?: Record<string, Json> };
  const nameFor = new Map<string, string>();
  const own = (schema.meta() as { id?: string } | undefined)?.id;
  const entries: [string, Json][] = Object.entries($defs);
  if (own && !(own in $defs)) entries.push([own, json]);
  for (const [name, definition] of entries) nameFor.set(name, freeName(name, definition, io, components));
  for (const [name, definition] of entries) components[nameFor.get(name)!] = pointed(stripped(definition), nameFor);
  return own ? { $ref: `#/components/schemas/${nameFor.get(own)!}` } : pointed(json, nameFor);
}

/** Asked for and answered may differ (defaults, trimming): then the asked-for one is called `…Request`. */
function freeName(name: string, definition: Json, io: 'input' | 'output', components: Components): string {
  const taken = components[name];
  const same = taken !== undefined && JSON.stringify(taken).replaceAll('Request"', '"') === JSON.stringify(pointed(stripped(definition), new Map())).replaceAll('Request"', '"');
  return taken === undefined || same || io === 'output' ? (io === 'input' && taken !== undefined && !same ? `${name}Request` : name) : `${name}Request`;
}

const stripped = ({ $schema: _dialect, $id: _id, id: _own, ...rest }: Json): Json => rest;

function pointed(node: unknown, names: Map<string, string>): Json {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => {
        if (key !== '$ref' || typeof inner !== 'string') return [key, walk(inner)];
        const name = inner.replace(/^#\/\$defs\//, '');
        return [key, inner.startsWith('#/$defs/') ? `#/components/schemas/${names.get(name) ?? name}` : inner];
      }),
    );
  };
  return walk(node) as Json;
}
