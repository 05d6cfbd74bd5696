export const matchStrengths = ['ID', 'NAME_BIRTH', 'DOUBTFUL'] as const;
export type MatchStrength = (typeof matchStrengths)[number];
export const matchStrengthLabels: Readonly<Record<MatchStrength, string>> = { ID: '证件一致', NAME_BIRTH: '姓名+生日', DOUBTFUL: '疑似' };

export const matchDoubts = ['OTHER_NAME', 'AMBIGUOUS', 'BIRTH_NEAR'] as const;
export type MatchDoubt = (typeof matchDoubts)[number];
export const matchDoubtLabels: Readonly<Record<MatchDoubt, string>> = {
  OTHER_NAME: '证件号码一致，姓名不同', AMBIGUOUS: '姓名和出生日期一致，但不止一人', BIRTH_NEAR: '姓名一致，出生日期的年、月、日有一处不同',
};

export const matchVerdicts = ['TRUE', 'FALSE_ALARM', 'OPEN'] as const;
export type MatchVerdict = (typeof matchVerdicts)[number];
export const matchVerdictLabels: Readonly<Record<MatchVerdict, string>> = { TRUE: '属实', FALSE_ALARM: '误报', OPEN: '待查' };

export const comparisonStates = ['uploaded', 'needs_mapping', 'ready', 'matching', 'done', 'failed', 'cancelled', 'deleted'] as const;
export type ComparisonState = (typeof comparisonStates)[number];
export const comparisonStateLabels: Readonly<Record<ComparisonState, string>> = {
  uploaded: '已上传', needs_mapping: '待对应列', ready: '待比对', matching: '比对中', done: '已比对', failed: '失败', cancelled: '已取消', deleted: '名单已删除',
};

/** Persons nearly the same as one line above which none of them is named: what fits so many proves nothing about any. */
export const MOST_NEAR_PERSONS = 10;
/** Days that a list is kept where no number of days is set: as long as other uploads that nobody ended. */
export const LIST_KEPT_DAYS = 30;
