import fc from 'fast-check';
import { formatCaseId } from '../values/case-id.js';
import { uuidV7 } from '../values/uuid-v7.js';
import { operationContent } from './content.js';
import { formatSyncCursor, parseSyncCursor } from './cursor.js';
import { checkEnvelope, readTime } from './envelope.js';
import { mergeFields } from './merge.js';
import type { Operation } from './operation.js';
import { Outbox } from './outbox.js';
import { isAtLeast, upgradePayload } from './versions.js';

const operation = (more: Partial<Operation> = {}): Operation => ({
  opId: uuidV7(), deviceId: formatCaseId('150221', uuidV7()), deviceSeq: 1, kind: 'clue.record', entityId: formatCaseId('150221', uuidV7()),
  occurredAt: '2026-11-22T08:00:00+08:00', schemaVersion: 1, payload: {}, ...more,
});

describe('the frame of an operation', () => {
  it('is accepted as it should be', () => expect(checkEnvelope(operation()).faults).toBeNull());

  it.each([
    ['opId', '0190'], ['opId', '01900000-0000-4000-8000-000000000000'], ['deviceId', 'x'], ['deviceSeq', 0], ['deviceSeq', 1.5], ['kind', 'visit.destroy'], ['kind', 'constructor'],
    ['entityId', null], ['baseVersion', -1], ['occurredAt', 'yesterday'], ['occurredAt', '2026-11-22'], ['schemaVersion', '1'], ['payload', []], ['payload', null],
  ])('is refused with %s %p', (key, value) => expect(checkEnvelope({ ...operation(), [key]: value }).faults).toEqual([key]));

  it('is refused with what it does not know, with characters that no database takes, and when it is too large', () => {
    expect(checkEnvelope({ ...operation(), admin: true }).faults).toEqual(['admin']);
    expect(checkEnvelope(operation({ payload: { note: 'a\u0000' } })).faults).toEqual(['text']);
    expect(checkEnvelope(operation({ payload: { note: '\ud800' } })).faults).toEqual(['text']);
    expect(checkEnvelope(operation({ payload: { note: '𠮷\\u0000' } })).faults).toBeNull();
    expect(checkEnvelope(operation({ payload: { note: '字'.repeat(70_000) } })).faults).toEqual(['size']);
  });

  it('still says which operation it is when only its content is broken', () => {
    const given = operation();
    expect(checkEnvelope({ ...given, kind: 'x' })).toMatchObject({ identity: { opId: given.opId, deviceSeq: 1 } });
    expect(checkEnvelope({ ...given, opId: 'x' })).toMatchObject({ identity: null });
    expect(checkEnvelope('junk')).toMatchObject({ identity: null });
  });

  it('reads times of any century that a broken clock may show', () => {
    expect(readTime('2016-11-22T08:00:00Z')).toBe(Date.UTC(2016, 10, 22, 8));
    expect(readTime('9999-12-31T23:59:59.999+08:00')).not.toBeNull();
    expect(readTime('2026-13-01T00:00:00Z')).toBeNull();
  });

  it('never throws, whatever is sent', () => fc.assert(fc.property(fc.anything(), (given) => checkEnvelope(given).faults === null || true)));
});

describe('the merge by field', () => {
  const merge = (current: object, base: object, values: object, versions: [number, number] = [2, 1]) =>
    mergeFields({ current: { ...current }, currentVersion: versions[0], baseVersion: versions[1], base: { ...base }, values: { ...values } });

  it('applies what nobody else touched and contests what somebody changed to something else', () => {
    expect(merge({ a: 1, b: 5 }, { a: 1, b: 2 }, { a: 3, b: 4 })).toEqual({ apply: { a: 3 }, contested: [{ field: 'b', base: 2, recorded: 5, proposed: 4 }] });
  });

  it('finds nothing to do where both entered the same, and null, absent and empty are the same nothing', () => {
    expect(merge({ a: 7 }, { a: 1 }, { a: 7 })).toEqual({ apply: {}, contested: [] });
    expect(merge({}, { a: null }, { a: 7 })).toEqual({ apply: { a: 7 }, contested: [] });
    expect(merge({}, { a: '' }, { a: null })).toEqual({ apply: {}, contested: [] });
  });

  it('applies everything to the very row that the device had read', () => {
    expect(merge({ a: 9 }, {}, { a: 3 }, [4, 4])).toEqual({ apply: { a: 3 }, contested: [] });
  });

  it('does not take two masked numbers for the same one', () => {
    const shown = () => '138****0001';
    expect(mergeFields({ current: { phone: '138****0001' }, currentVersion: 2, baseVersion: 1, base: {}, values: { phone: '13811110001' }, shown }).contested).toHaveLength(1);
  });

  it('gives the same record whichever of two devices comes first when they touched different fields, and loses no value ever', () => {
    const row = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 3 }));
    fc.assert(
      fc.property(row, row, row, (start, left, right) => {
        const run = (first: object, second: object) => {
          const one = merge(start, start, first, [1, 1]);
          const between = { ...start, ...one.apply };
          const two = merge(between, start, second, [2, 1]);
          return { row: { ...between, ...two.apply }, contested: two.contested };
        };
        const forth = run(left, right);
        for (const [field, value] of Object.entries(right)) expect((forth.row as Record<string, unknown>)[field] === value || forth.contested.some((entry) => entry.field === field && entry.proposed === value)).toBe(true);
        const disjoint = Object.keys(left).every((field) => !(field in right));
        if (disjoint) expect([forth.row, forth.contested]).toEqual([run(right, left).row, []]);
      }),
    );
  });
});

describe('versions', () => {
  it('carries a payload over step by step, and says when it cannot', () => {
    const steps = { 'clue.record': { 1: (payload: object) => ({ ...payload, one: true }), 2: (payload: object) => ({ ...payload, two: true }) } };
    const at = (schemaVersion: number) => upgradePayload({ kind: 'clue.record', schemaVersion, payload: { x: 1 } }, steps, { oldest: 1, current: 3 });
    expect(at(1)).toEqual({ x: 1, one: true, two: true });
    expect(at(3)).toEqual({ x: 1 });
    expect([at(0), at(4)]).toEqual(['too-old', 'too-new']);
  });

  it('compares builds by number, not by letter', () => {
    expect([isAtLeast('1.10.0', '1.9.9'), isAtLeast('1.9.9', '1.10.0'), isAtLeast('2.0.0', '2.0.0'), isAtLeast('beta', '0.0.0')]).toEqual([true, false, true, false]);
  });

  it('has one content for one piece of work, whatever the order of its keys or the number it carries', () => {
    const given = operation({ payload: { a: 1, b: [1.5, null] } });
    expect(operationContent({ ...given, deviceSeq: 9, deviceId: 'y', payload: { b: [1.5, null], a: 1 } })).toBe(operationContent(given));
    expect(operationContent({ ...given, payload: { a: 2, b: [1.5, null] } })).not.toBe(operationContent(given));
  });

  it('reads back its own cursors and no others', () => {
    const cursor = { epoch: uuidV7(), village: '150221213200', xid: 123456789, at: 1 };
    expect(parseSyncCursor(formatSyncCursor(cursor))).toEqual(cursor);
    expect(['', 'v1', 'v2.a.b', `${formatSyncCursor(cursor)}.1`, 'v1.x.150221213200.1.1'].map(parseSyncCursor)).toEqual([null, null, null, null, null]);
  });
});

describe('the outbox', () => {
  const draft = () => {
    const { deviceId: _, deviceSeq: __, ...rest } = operation();
    return rest;
  };

  it('numbers its work without holes and gives nothing up before an answer for good', () => {
    const outbox = new Outbox('d');
    const [one, two] = [outbox.add(draft()), outbox.add(draft())];
    expect([one.deviceSeq, two.deviceSeq]).toEqual([1, 2]);
    outbox.answer([{ opId: one.opId, deviceSeq: 1, status: 'retry', code: 'busy' }]);
    expect(outbox.waiting()).toHaveLength(2);
    outbox.answer([{ opId: one.opId, deviceSeq: 1, status: 'applied' }, { opId: two.opId, deviceSeq: 2, status: 'rejected', code: 'validation' }]);
    expect(outbox.all().map((entry) => entry.state)).toEqual(['done', 'refused']);
  });

  it('numbers waiting work anew from where the server stands, and sends everything again after a restore', () => {
    const outbox = new Outbox('d');
    const [one, two, three] = [outbox.add(draft()), outbox.add(draft()), outbox.add(draft())];
    outbox.answer([{ opId: one.opId, deviceSeq: 1, status: 'applied' }]);
    outbox.answer([{ opId: two.opId, deviceSeq: 2, status: 'retry', code: 'sync.sequence-taken', expectedSeq: 7 }]);
    expect(outbox.batch(9).map((entry) => [entry.opId, entry.deviceSeq])).toEqual([[two.opId, 7], [three.opId, 8]]);
    expect(outbox.add(draft()).deviceSeq).toBe(9);
    outbox.sendAgain();
    expect(outbox.waiting()).toHaveLength(4);
    outbox.answer([{ opId: one.opId, deviceSeq: 1, status: 'duplicate', first: 'applied' }]);
    outbox.forget(1);
    expect([outbox.all().length, outbox.heldFrom()]).toEqual([3, 7]);
  });
});
