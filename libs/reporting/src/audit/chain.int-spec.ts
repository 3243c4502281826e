import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { routes } from '@radslag/contracts';
import type { Database } from '@radslag/db';
import type { AuditBreak } from '@radslag/domain';
import { aStaffMember, testDatabase, type TestDatabase } from '@radslag/testing';
import { AnchorFile, AnchorLines, AnchorLog, AnswerForBreak, CheckAuditChains, ReadAuditLog, type AnchorPlace } from '.';

const KEY = Buffer.alloc(32, 7);
const folder = mkdtempSync(join(tmpdir(), 'radslag-anchors-'));
let t: TestDatabase;
let id: string;
let path: string;
let others: string[];
let said: { fields: Record<string, unknown>; message: string }[];
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(async () => {
  await t.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  await t.moveClockTo(new Date('2026-12-10T09:00:00Z'));
  id = (await t.aMunicipality()).id;
  path = join(folder, `${randomBytes(6).toString('hex')}.log`);
  said = [];
  others = [];
  for (let n = 0; n < 6; n += 1) await write();
});

const logger = { error: (fields: object, message: string) => void said.push({ fields: fields as Record<string, unknown>, message }) };
/** Each spec has a chain of its own, and those of the others are not walked through again. */
const walked = () => Object.create(t.db, {
  withoutTenant: { value: (sql: string) => (sql.includes('municipality_ids') ? Promise.resolve([id, ...others].map((one) => ({ id: one }))) : t.db.withoutTenant(sql)) },
}) as Database;
const checker = (place: AnchorPlace = new AnchorFile(path, KEY)) => new CheckAuditChains(walked(), place, logger);
const check = async (using = checker(), municipalityId = id) => (await using.execute('now')).find((one) => one.municipalityId === municipalityId)!;
const kinds = async (municipalityId = id): Promise<AuditBreak[]> => (await check(checker(), municipalityId)).found.map(({ kind }) => kind);
const write = (municipalityId = id, requestId = 'req-1') => t.db.inMunicipality(municipalityId, { kind: 'system', requestId }, async (tx) => tx.audit('case.read', { entity: 'referral', entityId: tx.newId() }));
const owner = async <T = Record<string, unknown>>(sql: string, parameters: unknown[] = [], municipalityId = id) => {
  await t.asOwner(`SELECT set_config('app.municipality', $1, false)`, [municipalityId]);
  return t.asOwner<T>(sql, parameters);
};
const see = async () => {
  const reviewer = await aStaffMember(t.db, id, 'logReviewer', 'Lotta Gran');
  const { chain } = routes.readAuditLog.response.parse(await new ReadAuditLog(t.db).execute(reviewer, { limit: 100 }));
  return { reviewer, chain };
};

/** What somebody does who has read the code: the hashes and the head are right again, from `from` on. */
const rehash = (from: number, form = 2) =>
  owner(`DO $$
    DECLARE
      e audit_entry%ROWTYPE;
      before bytea := coalesce((SELECT hash FROM audit_entry WHERE seq = ${from} - 1), sha256(convert_to(current_setting('app.municipality'), 'UTF8')));
      line text;
    BEGIN
      FOR e IN SELECT * FROM audit_entry WHERE municipality_id = current_setting('app.municipality')::uuid AND seq >= ${from} ORDER BY seq LOOP
        line := CASE WHEN ${form} = 1 THEN audit_line(e.seq, e.at, e.actor_kind, e.actor_id, e.action, e.entity, e.entity_id, e.referral_id)
                     ELSE audit_line_2(e.municipality_id, e.seq, e.at, e.actor_kind, e.actor_id, e.action, e.entity, e.entity_id, e.referral_id, e.request_id) END;
        UPDATE audit_entry SET hash_form = ${form}, previous_hash = before, hash = sha256(before || convert_to(line, 'UTF8')) WHERE municipality_id = e.municipality_id AND seq = e.seq RETURNING hash INTO before;
      END LOOP;
      UPDATE audit_head SET seq = coalesce((SELECT max(seq) FROM audit_entry), 0), hash = before;
    END $$`);
/** A chain as the version before left it: so many entries of the first form, and then some of the second. */
const olderEntries = async (count: number) => {
  await owner(`DELETE FROM audit_entry WHERE seq > ${count}`);
  await rehash(1, 1);
  await owner(`UPDATE audit_head SET second_form_from = ${count + 1}`);
  for (let n = 0; n < 4; n += 1) await write();
};

describe('a chain that nobody has touched', () => {
  it('passes, and its head is written outside the database', async () => {
    expect(await check()).toMatchObject({ entries: 6, upTo: 6, found: [], fresh: 0, anchoredIn: 'file' });
    const line = readFileSync(path, 'utf8').split('\n').find((one) => one.includes(id))!;
    const [head] = await owner<{ hash: Buffer }>('SELECT hash FROM audit_head');
    expect(new AnchorLines(KEY).read(line)).toEqual({ municipalityId: id, anchor: { municipalityId: id, seq: 6, hash: head!.hash, entries: 6, at: expect.any(Date), instead: null } });
    await write();
    expect(await check()).toMatchObject({ entries: 7, upTo: 7, found: [], anchoredIn: 'file' });
    expect((await see()).chain).toMatchObject({ standing: 'whole', last: { at: expect.stringMatching(/^2026-12-10T09:00:0/), entries: 7, upTo: 7, found: 0, anchoredIn: 'file' }, breaks: [] });
  });

  it('passes with entries of both forms, page after page', async () => {
    await olderEntries(3);
    expect((await owner<{ hash_form: number }>('SELECT hash_form FROM audit_entry ORDER BY seq')).map((row) => row.hash_form)).toEqual([1, 1, 1, 2, 2, 2, 2]);
    expect(await check()).toMatchObject({ entries: 7, found: [] });
    await t.db.inMunicipality(id, { kind: 'system' }, async (tx) => void Array.from({ length: 4_500 }, () => tx.audit('case.list')));
    expect(await check()).toMatchObject({ entries: 4_507, found: [], anchoredIn: 'file' });
  });

  it('passes while others write in it, whatever they write', async () => {
    const odd = ['|', '-', 'å|ä|ö', '', '1:2'];
    const writers = Array.from({ length: 8 }, async (_, n) => {
      for (let i = 0; i < 12; i += 1) await write(id, odd[(n + i) % odd.length]);
    });
    const found = [];
    for (let n = 0; n < 4; n += 1) found.push(...(await check()).found);
    await Promise.all(writers);
    expect([...found, ...(await check()).found]).toEqual([]);
    expect((await check()).entries).toBe(6 + 96);
  });

  it('that has no entries yet passes, and has nothing to write outside', async () => {
    const empty = await t.aMunicipality();
    others.push(empty.id);
    expect(await check(checker(), empty.id)).toMatchObject({ entries: 0, found: [], anchoredIn: null });
  });
});

describe('what somebody does who owns the tables is found', () => {
  const cut = 'DELETE FROM audit_entry WHERE seq > 3';
  it.each<[string, string, AuditBreak[]]>([
    ['a row is altered', `UPDATE audit_entry SET actor_id = gen_random_uuid() WHERE seq = 3`, ['altered']],
    ['the request of a row is altered', `UPDATE audit_entry SET request_id = 'another' WHERE seq = 3`, ['altered']],
    ['the request of a row is taken away', `UPDATE audit_entry SET request_id = NULL WHERE seq = 3`, ['altered']],
    ['the time of a row is moved by a microsecond', `UPDATE audit_entry SET at = at + interval '1 microsecond' WHERE seq = 3`, ['altered']],
    ['a row is altered and its own hash mended', `UPDATE audit_entry SET action = 'case.list', hash = sha256(previous_hash || convert_to(audit_line_2(municipality_id, seq, at, actor_kind, actor_id, 'case.list', entity, entity_id, referral_id, request_id), 'UTF8')) WHERE seq = 3`, ['unlinked']],
    ['the last row is altered and its own hash mended', `UPDATE audit_entry SET action = 'case.list', hash = sha256(previous_hash || convert_to(audit_line_2(municipality_id, seq, at, actor_kind, actor_id, 'case.list', entity, entity_id, referral_id, request_id), 'UTF8')) WHERE seq = 6`, ['unlinked', 'other']],
    ['a row is taken out', 'DELETE FROM audit_entry WHERE seq = 3', ['missing']],
    ['the first row is taken out', 'DELETE FROM audit_entry WHERE seq = 1', ['missing']],
    ['a row is put before the first', `INSERT INTO audit_entry SELECT municipality_id, 0, at, actor_kind, actor_id, action, entity, entity_id, referral_id, request_id, previous_hash, hash, hash_form FROM audit_entry WHERE seq = 1`, ['altered', 'unlinked']],
    ['two rows change places', `UPDATE audit_entry e SET at = o.at, entity_id = o.entity_id, previous_hash = o.previous_hash, hash = o.hash FROM audit_entry o WHERE (e.seq, o.seq) IN ((3, 4), (4, 3))`, ['altered', 'unlinked']],
    ['the tail is cut off', cut, ['missing', 'other']],
    ['the tail is cut off and the head set back', `WITH gone AS (${cut}) UPDATE audit_head SET seq = 3, hash = (SELECT hash FROM audit_entry WHERE seq = 3)`, ['shorter']],
    ['everything is gone, and the head', 'WITH gone AS (DELETE FROM audit_entry) DELETE FROM audit_head', ['shorter']],
    ['the head alone is set back', `UPDATE audit_head SET seq = 3, hash = (SELECT hash FROM audit_entry WHERE seq = 3)`, ['headBehind', 'shorter']],
    ['the head alone is taken away', `DELETE FROM audit_head`, ['headBehind', 'shorter']],
    ['a row says that its hash is of the form from before', `UPDATE audit_entry SET hash_form = 1 WHERE seq = 3`, ['oldForm']],
    ['a row says that its hash is of a form that is not', `UPDATE audit_entry SET hash_form = 3 WHERE seq = 3`, ['altered']],
  ])('%s', async (_what, tampering, expected) => {
    expect(await kinds()).toEqual([]);
    await owner(tampering);
    expect(await kinds()).toEqual(expected);
    expect(said.filter(({ fields }) => fields['alarm'] === 'audit-chain')).toHaveLength(1);
    expect((await owner<{ kind: AuditBreak }>('SELECT kind FROM audit_break')).map(({ kind }) => kind).sort()).toEqual([...expected].sort());
    // Where the head was set back nothing can be written in the chain any more, the reading of the log included.
    if (!expected.includes('headBehind')) expect((await see()).chain.standing).toBe('broken');
  });

  it('everything is written anew with hashes that are right', async () => {
    expect(await kinds()).toEqual([]);
    await owner(`UPDATE audit_entry SET request_id = 'another' WHERE seq = 2`);
    await rehash(2);
    expect(await kinds()).toEqual(['other']);
  });

  it('everything is written anew in the form from before, with the request of one row altered', async () => {
    await owner(`UPDATE audit_entry SET request_id = 'another' WHERE seq = 2`);
    await rehash(1, 1);
    // Before anything was anchored: the form alone gives it away.
    expect(await kinds()).toEqual(['oldForm']);
  });

  it('a later row goes back to the form from before, among those that may have it and those that may not', async () => {
    await olderEntries(3);
    await owner(`UPDATE audit_entry SET request_id = 'another' WHERE seq = 6`);
    await rehash(6, 1);
    expect(await kinds()).toEqual(['oldForm']);
    // Where the new form began is moved, too: no row of the old form stands after one of the new.
    await owner('UPDATE audit_head SET second_form_from = 100');
    expect(await kinds()).toEqual(['oldForm']);
  });

  it('the tail is cut while the database’s own memory of the last check is set back with it: the file remembers', async () => {
    await check();
    await owner('DELETE FROM audit_entry WHERE seq > 3');
    await rehash(3);
    await owner('DELETE FROM audit_check');
    expect(await kinds()).toEqual(['shorter']);
  });

  it('in one municipality’s chain, which says nothing of another’s', async () => {
    const there = (await t.aMunicipality()).id;
    others.push(there);
    await write(there);
    await check();
    await owner('DELETE FROM audit_entry WHERE seq = 3');
    expect([await kinds(id), await kinds(there)]).toEqual([['missing'], []]);
    const reviewer = await aStaffMember(t.db, there, 'logReviewer');
    expect((await new ReadAuditLog(t.db).execute(reviewer, { limit: 100 })).chain).toMatchObject({ standing: 'whole', breaks: [] });
  });

  it('with every other row altered, in words that stay short and leave out nothing', async () => {
    await t.db.inMunicipality(id, { kind: 'system' }, async (tx) => void Array.from({ length: 600 }, () => tx.audit('case.list')));
    await check();
    await owner(`UPDATE audit_entry SET request_id = 'another' WHERE seq % 2 = 0`);
    await owner('DELETE FROM audit_entry WHERE seq > 605');
    await rehash(605);
    const { found } = await check();
    expect(found.length).toBeLessThanOrEqual(102);
    expect([found[0], found.at(-2)!.to, found.at(-1)!.kind]).toEqual([{ kind: 'altered', from: 2, to: 2, mark: expect.any(Buffer) }, expect.any(Number), 'shorter']);
    expect(found.at(-2)!.to).toBeGreaterThanOrEqual(604);
  });
});

describe('an alarm', () => {
  it('comes once for a break, and again for another one', async () => {
    await check();
    await owner(`UPDATE audit_entry SET request_id = 'another' WHERE seq = 3`);
    expect((await check()).fresh).toBe(1);
    await write();
    expect(await check()).toMatchObject({ fresh: 0, found: [{ kind: 'altered', from: 3, to: 3 }] });
    await owner(`UPDATE audit_entry SET request_id = 'a third' WHERE seq = 3`);
    expect((await check()).fresh).toBe(1);
    expect(said.filter(({ fields }) => fields['alarm'] === 'audit-chain')).toHaveLength(2);
    expect(await owner(`SELECT actor_kind FROM audit_entry WHERE action = 'audit.break'`)).toHaveLength(2);
  });

  it.each([
    ['the tail that is cut and grows again', 'DELETE FROM audit_entry WHERE seq > 3'],
    ['the last row, altered with its own hash', `UPDATE audit_entry SET action = 'case.list', hash = sha256(previous_hash || convert_to(audit_line_2(municipality_id, seq, at, actor_kind, actor_id, 'case.list', entity, entity_id, referral_id, request_id), 'UTF8')) WHERE seq = 6`],
  ])('comes once also for %s', async (_what, tampering) => {
    await check();
    await owner(tampering);
    expect((await check()).fresh).toBeGreaterThan(0);
    for (let n = 0; n < 8; n += 1) await write();
    expect(await check()).toMatchObject({ fresh: 0 });
  });

  it('after a restore says that the chain is shorter than it was, until a log reviewer has said why; and then the chain is anchored anew', async () => {
    await check();
    await owner('DELETE FROM audit_entry WHERE seq > 3');
    await rehash(3);
    expect(await check()).toMatchObject({ fresh: 1, found: [{ kind: 'shorter', from: 4, to: 6 }] });
    for (let n = 0; n < 8; n += 1) await write();
    expect(await check()).toMatchObject({ fresh: 0, found: [{ kind: 'other', to: 6 }] });

    const { reviewer, chain } = await see();
    expect(chain).toMatchObject({ standing: 'broken', last: { anchoredIn: 'waits' }, breaks: [{ kind: 'shorter', from: 4, to: 6, answer: null }] });
    const answer = new AnswerForBreak(t.db);
    await answer.execute(reviewer, chain.breaks[0]!.id, { reason: 'restored', note: 'Driftens ärende 4711' });
    await expect(answer.execute(reviewer, chain.breaks[0]!.id, { reason: 'repaired', note: 'en gång till' })).rejects.toMatchObject({ code: 'break-answered' });
    expect(await owner(`SELECT actor_id FROM audit_entry WHERE action = 'audit.accept-restored' AND entity_id = $1`, [chain.breaks[0]!.id])).toEqual([{ actor_id: reviewer.userId }]);
    expect((await see()).chain).toMatchObject({ standing: 'wholeButKnown', last: { anchoredIn: 'waits' }, breaks: [{ answer: { by: 'Lotta Gran', reason: 'restored', note: 'Driftens ärende 4711' } }] });

    expect(await check()).toMatchObject({ fresh: 0, anchoredIn: 'file' });
    expect(await check()).toMatchObject({ found: [] });
    expect((await see()).chain).toMatchObject({ standing: 'whole', last: { anchoredIn: 'file' } });
    await owner('DELETE FROM audit_entry WHERE seq > 9');
    await rehash(9);
    expect(await check()).toMatchObject({ fresh: 1, found: [{ kind: 'shorter', from: 10 }] });
  });

  it('that somebody takes out of the database comes back, as long as nobody has answered for it', async () => {
    await check();
    await owner('DELETE FROM audit_entry WHERE seq > 3');
    await rehash(3);
    await check();
    await owner('DELETE FROM audit_break');
    expect(await check()).toMatchObject({ fresh: 1, found: [{ kind: 'shorter' }] });
  });
});

describe('what is written outside', () => {
  it('taken away, or changed, is found', async () => {
    await check();
    rmSync(path);
    expect(await kinds()).toEqual(['anchorLost']);
    await write();
    const [seq] = await owner<{ seq: string }>('SELECT seq FROM audit_head');
    expect(await kinds()).toEqual([]);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(`${id} ${seq!.seq} `, `${id} 2 `));
    expect(await kinds()).toEqual(['anchorLost']);
  });

  it('by somebody who does not have the key is not believed', async () => {
    await check();
    const forged = new AnchorLines(Buffer.alloc(32, 8)).write({ municipalityId: id, seq: 3, hash: Buffer.alloc(32), entries: 3, at: new Date('2026-12-10T09:00:00Z'), instead: null });
    appendFileSync(path, `${forged}\n`);
    expect(await kinds()).toEqual(['anchorLost']);
  });

  it('and cut short when a machine stopped is not an attack', async () => {
    await check();
    await check();
    const lines = readFileSync(path, 'utf8');
    appendFileSync(path, lines.split('\n')[0]!.slice(0, -20));
    expect(await kinds()).toEqual([]);
    expect(await kinds()).toEqual([]);
  });

  it('to a place that cannot be written is told of, and the check stands', async () => {
    const place = new AnchorFile(join(__filename, 'anchors.log'), KEY);
    expect(await check(checker(place))).toMatchObject({ found: [], anchoredIn: null });
    expect(said.some(({ fields }) => fields['alarm'] === 'audit-anchor')).toBe(true);
    expect((await see()).chain).toMatchObject({ standing: 'whole', last: { anchoredIn: null } });
  });

  it('is a signed line of the log where there is no file; the database’s memory is held against the chain then', async () => {
    const lines: object[] = [];
    const log = () => checker(new AnchorLog({ info: (fields) => void lines.push(fields) }, KEY));
    expect(await check(log())).toMatchObject({ found: [], anchoredIn: 'log' });
    expect(lines.map((fields) => new AnchorLines(KEY).read((fields as { auditAnchor: string }).auditAnchor))).toContainEqual({ municipalityId: id, anchor: expect.objectContaining({ seq: 6 }) });
    await owner('DELETE FROM audit_entry WHERE seq > 3');
    await rehash(3);
    expect((await check(log())).found).toMatchObject([{ kind: 'shorter', to: 6 }]);
  });
});

describe('every night', () => {
  const nightly = async (at: string) => {
    await t.moveClockTo(new Date(at));
    return (await checker().execute()).some((one) => one.municipalityId === id);
  };

  it('and once a night, also with several workers; at once where there never was one, or where nights were missed', async () => {
    expect(await nightly('2026-12-10T09:00:00Z')).toBe(true);
    expect(await nightly('2026-12-10T22:30:00Z')).toBe(false);
    expect(await nightly('2026-12-11T00:59:00Z')).toBe(false);
    await t.moveClockTo(new Date('2026-12-11T01:01:00Z'));
    const both = await Promise.all([checker().execute(), checker().execute()]);
    expect(both.flat().filter((one) => one.municipalityId === id)).toHaveLength(1);
    expect(await nightly('2026-12-11T03:00:00Z')).toBe(false);
    expect((await see()).chain.standing).toBe('whole');
    await t.moveClockTo(new Date('2026-12-14T00:30:00Z'));
    expect((await see()).chain.standing).toBe('late');
    expect(await nightly('2026-12-14T00:30:00Z')).toBe(true);
  });

  it('a check that a worker died in is taken up again', async () => {
    await t.db.inMunicipality(id, { kind: 'system' }, (tx) => tx.query(`INSERT INTO audit_check (municipality_id, id, started_at) VALUES ($1, $2, $3)`, [id, tx.newId(), tx.now]));
    expect((await see()).chain.standing).toBe('never');
    expect(await nightly('2026-12-10T10:00:00Z')).toBe(false);
    expect(await nightly('2026-12-10T11:01:00Z')).toBe(true);
  });
});
