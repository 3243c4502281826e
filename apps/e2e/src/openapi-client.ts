type Schema = Record<string, unknown>;
type Parameter = { name: string; in: string; required: boolean };
type Operation = {
  operationId: string;
  security: Record<string, unknown>[];
  parameters: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
};
type Document = { servers: { url: string }[]; paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, Schema> } };

export type Answer<T = Record<string, unknown>> = { status: number; body: T };

/** A problem that the document does not name for that operation is a fault of the document. */
export class Undocumented extends Error {}

/**
 * A client made from nothing but the OpenAPI document, as another supplier would make it: operations by name, parameters
 * put where the document says, the cookie and header it asks for, and every answer held against what it promises.
 */
export class OpenApiClient {
  private cookie = '';
  private readonly operations = new Map<string, { method: string; path: string; operation: Operation }>();

  private constructor(private readonly document: Document) {
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, operation] of Object.entries(methods)) this.operations.set(operation.operationId, { method: method.toUpperCase(), path, operation });
    }
  }

  static async from(url: string): Promise<OpenApiClient> {
    return new OpenApiClient((await (await fetch(url)).json()) as Document);
  }

  /** Answers of 400 and up are returned too. */
  async try<T = Record<string, unknown>>(name: string, input: { params?: Record<string, string | number>; body?: unknown } = {}): Promise<Answer<T>> {
    const found = this.operations.get(name);
    if (!found) throw new Undocumented(`no operation ${name}`);
    const { method, path, operation } = found;
    const query = new URLSearchParams();
    let address = path;
    for (const parameter of operation.parameters) {
      const value = input.params?.[parameter.name];
      if (value === undefined) {
        if (parameter.required) throw new Undocumented(`${name} needs ${parameter.name}`);
        continue;
      }
      if (parameter.in === 'path') address = address.replace(`{${parameter.name}}`, encodeURIComponent(String(value)));
      else query.set(parameter.name, String(value));
    }
    const schemes = new Set(operation.security.flatMap((s) => Object.keys(s)));
    const answer = await fetch(`${this.document.servers[0]!.url}${address}${query.size ? `?${query}` : ''}`, {
      method,
      headers: {
        ...(schemes.has('session') ? { cookie: this.cookie } : {}),
        ...(schemes.has('sameSite') ? { 'x-radslag': '1' } : {}),
        ...(operation.requestBody ? { 'content-type': Object.keys(operation.requestBody.content)[0]! } : {}),
        ...(method === 'POST' ? { 'idempotency-key': crypto.randomUUID() } : {}),
      },
      body: operation.requestBody ? JSON.stringify(input.body) : undefined,
    });
    const set = answer.headers.get('set-cookie');
    if (set) this.cookie = set.split(';')[0]!;
    const promised = operation.responses[String(answer.status)];
    if (!promised) throw new Undocumented(`${name} answers ${answer.status}, which the document does not name: ${await answer.text()}`);
    const text = await answer.text();
    const media = Object.entries(promised.content ?? {})[0];
    if (!media || !media[0].includes('json')) return { status: answer.status, body: text as T };
    const body = JSON.parse(text) as T;
    const faults = this.faults(media[1].schema, body, name);
    if (faults.length > 0) throw new Undocumented(faults.join('\n'));
    return { status: answer.status, body };
  }

  async call<T = Record<string, unknown>>(name: string, input: { params?: Record<string, string | number>; body?: unknown } = {}): Promise<T> {
    const answer = await this.try<T>(name, input);
    if (answer.status >= 400) throw new Error(`${name}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** Enough of JSON Schema for what our schemas say: refs, types, required, no unknown properties, enums, consts, unions, arrays. */
  private faults(schema: Schema, value: unknown, at: string): string[] {
    if (typeof schema['$ref'] === 'string') return this.faults(this.document.components.schemas[schema['$ref'].replace('#/components/schemas/', '')]!, value, at);
    const union = (schema['anyOf'] ?? schema['oneOf']) as Schema[] | undefined;
    if (union) return union.some((s) => this.faults(s, value, at).length === 0) ? [] : [`${at}: fits none of its forms`];
    const all = ((schema['allOf'] ?? []) as Schema[]).flatMap((s) => this.faults(s, value, at));
    if (schema['enum'] && !(schema['enum'] as unknown[]).includes(value)) return [`${at}: ${String(value)} is not one of its values`];
    if ('const' in schema && schema['const'] !== value) return [`${at}: is not ${String(schema['const'])}`];
    const type = schema['type'];
    if (type === 'null') return value === null ? all : [`${at}: is not null`];
    if (type === 'array') return Array.isArray(value) ? [...all, ...value.flatMap((v, i) => this.faults(schema['items'] as Schema, v, `${at}[${i}]`))] : [`${at}: is no list`];
    if (type === 'object' || schema['properties']) return [...all, ...this.objectFaults(schema, value, at)];
    if (type === 'integer' || type === 'number') return typeof value === 'number' ? all : [`${at}: is no number`];
    if ((type === 'string' || type === 'boolean') && typeof value !== type) return [`${at}: is no ${type}`];
    return all;
  }

  private objectFaults(schema: Schema, value: unknown, at: string): string[] {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return [`${at}: is no object`];
    const properties = (schema['properties'] ?? {}) as Record<string, Schema>;
    const missing = ((schema['required'] ?? []) as string[]).filter((name) => !(name in value)).map((name) => `${at}.${name}: is missing`);
    const inner = Object.entries(value).flatMap(([name, v]) => {
      const own = properties[name];
      if (own) return this.faults(own, v, `${at}.${name}`);
      return schema['additionalProperties'] === false ? [`${at}.${name}: is not in the document`] : [];
    });
    return [...missing, ...inner];
  }
}
