import { PARTS, parseBenchArguments } from './arguments.mjs';

describe('what the bench is asked for', () => {
  it('measures everything unless parts are named', () => {
    expect(parseBenchArguments([])).toEqual({ json: false, help: false, parts: PARTS });
    expect(parseBenchArguments(['--json', 'web', 'family'])).toEqual({ json: true, help: false, parts: ['family', 'web'] });
  });

  it('refuses a name that it does not know, and says which it does', () => {
    expect(() => parseBenchArguments(['pipelines'])).toThrow(/"pipelines".*[\s\S]*pipeline/);
  });
});
