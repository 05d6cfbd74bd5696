import { contactDue } from './duty.js';

describe('when somebody must look in', () => {
  it('is not known as long as the interval is not set', () => {
    expect(contactDue({ since: '2026-01-01', lastContactOn: null, everyDays: null }, '2026-11-22')).toEqual({ dueOn: null, overdueDays: null });
  });

  it('is so many days after the entry when nobody has been there', () => {
    expect(contactDue({ since: '2026-11-01', lastContactOn: null, everyDays: 30 }, '2026-11-22')).toEqual({ dueOn: '2026-12-01', overdueDays: 0 });
  });

  it('is so many days after the last contact, and counts the days past it', () => {
    expect(contactDue({ since: '2026-01-01', lastContactOn: '2026-10-01', everyDays: 30 }, '2026-10-31')).toEqual({ dueOn: '2026-10-31', overdueDays: 0 });
    expect(contactDue({ since: '2026-01-01', lastContactOn: '2026-10-01', everyDays: 30 }, '2026-11-02')).toEqual({ dueOn: '2026-10-31', overdueDays: 2 });
  });

  it('does not count a contact from before the entry', () => {
    expect(contactDue({ since: '2026-10-01', lastContactOn: '2026-01-01', everyDays: 30 }, '2026-10-02').dueOn).toBe('2026-10-31');
  });
});
