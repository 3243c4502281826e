import { ApiProblem } from './problem';

describe('a call that nobody answered', () => {
  it('leaves it open whether something was saved only when there was something to save', () => {
    const of = (written: boolean) => new ApiProblem({ code: 'offline', status: 0, params: { written } });
    expect([of(true).perhapsWritten, of(false).perhapsWritten]).toEqual([true, false]);
    expect(new ApiProblem({ code: 'unavailable', status: 503 }).perhapsWritten).toBe(false);
  });
});
