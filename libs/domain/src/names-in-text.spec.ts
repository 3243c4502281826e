import { namesInText, type Nameable } from './names-in-text';

const person = (id: string, givenName: string, familyName: string, alias: string | null = null): Nameable => ({ id, givenName, familyName, alias });
const marta = person('marta', 'Märta', 'Öst', 'Mimmi');
const found = (text: string, people = [marta], others: Nameable[] = []) => namesInText([text], people, others);

describe('names in a text', () => {
  it.each(['Sover hos Märta', 'MÄRTA hämtar', 'märtas nyckel', 'Marta hämtar', 'Ma\u0308rta', 'Mär\u00adta', 'hos Märta-Lisa', 'Mimmis bil', 'mimmi ringer', 'fru Öst', 'Östs port', 'm. öst', 'M.Ö. hämtar', 'M Ö', 'MÖ:s nyckel', 'Märtan'])('finds “%s”', (text) => {
    expect(found(text)).toEqual(['marta']);
  });

  it.each(['Hämtar Ella i skolan', 'Smörgåsar till mellis', 'Mörkt på kvällen', 'österut', 'mö', 'östra skolan', 'möts kl. 15', ''])('finds nothing in “%s”', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('leaves a family name alone that others have too, but not after the initial', () => {
    const [hodan, amina] = [person('hodan', 'Hodan', 'Ali'), person('amina', 'Amina', 'Ali')];
    expect(found('Familjen Ali bjuder in', [hodan], [amina])).toEqual([]);
    expect(found('H. Ali hämtar', [hodan], [amina])).toEqual(['hodan']);
    expect(found('A. Ali hämtar', [hodan], [amina])).toEqual([]);
    expect(found('Familjen Ali bjuder in', [hodan])).toEqual(['hodan']);
  });

  it('looks in every text, and reads other scripts', () => {
    expect(namesInText(['ingen', 'Märtas'], [marta])).toEqual(['marta']);
    expect(found('مع هودان اليوم', [person('x', 'هودان', 'علي')])).toEqual(['x']);
  });
});
