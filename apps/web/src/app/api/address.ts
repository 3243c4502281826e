export type Values = Readonly<Record<string, unknown>>;

/** `/referrals/:referralId` and its values → `/api/v1/referrals/0198…?scope=mine`. */
export function addressOf(path: string, params: Values = {}, query: Values = {}): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined || value === null || value === '') throw new Error(`${path} needs ${name}`);
    return encodeURIComponent(String(value));
  });
  const search = new URLSearchParams(
    Object.entries(query)
      .filter(([, value]) => value !== undefined && value !== null && value !== '')
      .map(([name, value]) => [name, String(value)]),
  ).toString();
  return `/api/v1${filled}${search === '' ? '' : `?${search}`}`;
}
