import { parseStartArguments } from './arguments.mjs';

describe('the options of npm start', () => {
  it('needs none', () => {
    expect(parseStartArguments([])).toEqual({ reset: false, json: false, help: false, profile: 'start', ports: { staff: 3000, family: 3001, operator: 3002 } });
  });

  it('takes a value after a space and after an equals sign alike', () => {
    expect(parseStartArguments(['--port-staff', '4000', '--port-family=4001', '--profile=demo', '--reset', '--json'])).toMatchObject({
      reset: true,
      json: true,
      profile: 'demo',
      ports: { staff: 4000, family: 4001, operator: 3002 },
    });
  });

  it.each([
    [['--port-staff', 'abc'], '--port-staff needs a port between 1 and 65535, not "abc".'],
    [['--port-staff', '0'], '--port-staff needs a port between 1 and 65535, not "0".'],
    [['--port-staff', '65536'], '--port-staff needs a port between 1 and 65535, not "65536".'],
    [['--port-family'], '--port-family needs a port between 1 and 65535, not "".'],
    [['--profile', '../elsewhere'], '--profile needs a name of small letters, digits and hyphens, not "../elsewhere".'],
    [['--port-staff', '3001'], 'Staff, family and operator need three different ports.'],
    [['--rest'], '"--rest" is not an option here.'],
  ])('refuses %j with a sentence', (argv, sentence) => {
    expect(() => parseStartArguments(argv)).toThrow(sentence);
  });
});
