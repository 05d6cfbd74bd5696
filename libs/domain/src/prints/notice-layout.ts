/** How the Mongolian part of a notice stands beside the Chinese one; the county enters the text, nothing is translated here. */
export const noticeLayouts = ['chinese', 'bilingual', 'bilingual_vertical'] as const;
export type NoticeLayout = (typeof noticeLayouts)[number];

export const noticeLayoutLabels: Readonly<Record<NoticeLayout, { zh: string; en: string }>> = {
  chinese: { zh: '仅汉文', en: 'Chinese only' },
  bilingual: { zh: '蒙汉双语（横排）', en: 'Bilingual, lines across' },
  bilingual_vertical: { zh: '蒙汉双语（蒙文竖排）', en: 'Bilingual, Mongolian vertical' },
};

/** What a county adds to the sheet of a notice. */
export interface NoticeTexts {
  /** 依据文号. */
  readonly basis: string | null;
  /** 监督电话 of an office. */
  readonly telephone: string | null;
  /** 落款. */
  readonly issuer: string | null;
  readonly layout: NoticeLayout;
  /** 蒙文段, as entered. */
  readonly mongolian: string | null;
}

export const noTexts: NoticeTexts = { basis: null, telephone: null, issuer: null, layout: 'chinese', mongolian: null };
