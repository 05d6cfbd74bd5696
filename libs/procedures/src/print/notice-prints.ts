import { Injectable } from '@nestjs/common';
import { noTexts, problem, privateHits, type CaseId, type NoticeTexts, type PrivateHit } from '#domain';
import { DivisionReader } from '#divisions';
import { currentContext, Db, type Html } from '#platform';
import { chineseDay, noticeSheet, type SheetRow } from './notice-sheet.js';
import * as sql from './print.queries.js';

const places: Readonly<Record<string, string>> = { village: '嘎查村公示栏', township: '苏木乡镇公示栏', county: '旗县', website: '政府网站' };

export interface PosterBatch {
  readonly first: sql.PosterLine;
  readonly rows: readonly SheetRow[];
  readonly notices: readonly string[];
  readonly texts: NoticeTexts;
  readonly hits: readonly PrivateHit[];
}

/** The sheets that are posted: all households of a village whose notices began on the same day. */
@Injectable()
export class NoticePrints {
  constructor(
    private readonly db: Db,
    private readonly divisions: DivisionReader,
  ) {}

  /** What is on the sheet, with everything that must not be there. @throws `not-found` */
  async batch({ countyCode, id }: CaseId): Promise<PosterBatch> {
    const lines = await this.db.query<sql.PosterLine>(sql.posterLines, [countyCode, id]);
    const [first] = lines;
    if (!first) throw problem('not-found');
    const sorted = [...lines].sort((a, b) => a.poster_name.localeCompare(b.poster_name, 'zh') || a.id.localeCompare(b.id));
    const rows = sorted.map((line) => ({ name: line.poster_name, village: line.poster_village, headCount: line.poster_head_count }));
    const texts = first.texts ?? noTexts;
    const hits = [...hitsOf(texts), ...rows.flatMap((row, n) => privateHits(`第${n + 1}行`, `${row.name} ${row.village}`)), ...privateHits('张贴地点', first.place_detail ?? '')];
    return { first, rows, notices: lines.map((line) => line.id), texts, hits };
  }

  /** Keeps what the county adds, for every notice of the sheet. @throws `not-found`, `print.private` */
  async write(id: CaseId, texts: NoticeTexts): Promise<PosterBatch> {
    const hits = hitsOf(texts);
    if (hits.length > 0) throw problem('print.private', { count: hits.length, hits });
    const { notices } = await this.batch(id);
    await this.db.query(sql.writeTexts, [id.countyCode, notices, JSON.stringify(texts)]);
    return this.batch(id);
  }

  /** 公示榜. @throws `not-found`, `print.private` */
  async poster(id: CaseId): Promise<{ name: string; sheet: Html }> {
    const { first, rows, texts, hits } = await this.batch(id);
    if (hits.length > 0) throw problem('print.private', { count: hits.length, hits });
    const until = first.closes_on === null ? '（因有异议，公示期暂停计算）' : `至${chineseDay(first.closes_on)}`;
    const days = `${first.min_days}${first.unit === 'working' ? '个工作日' : '天'}`;
    const facts = [
      `公示时间：${chineseDay(first.opened_on)}${until}，共${days}`, `公示地点：${first.place_detail ?? places[first.place] ?? first.place}`,
      ...(texts.telephone === null ? [] : [`监督电话：${texts.telephone}`]), '公示期间如有异议，请以书面或口头形式向嘎查村民委员会、苏木乡镇人民政府反映。',
    ];
    const village = rows[0]?.village ?? '';
    return {
      name: `公示榜-${village}-${first.opened_on}`,
      sheet: noticeSheet({ heading: '公示', opening: `现将${village}${first.pack_name.zh}名单（${rows.length}户）公示如下：`, rows, facts, texts, issuedOn: first.opened_on, unit: `${village}村民委员会` }),
    };
  }

  /** 公告 of what was approved. @throws `not-found` before the decision */
  async announcement({ countyCode, id }: CaseId): Promise<{ name: string; sheet: Html }> {
    const lines = await this.db.query<sql.AnnouncedLine>(sql.announcedLines, [countyCode, id]);
    const [first] = lines;
    if (!first) throw problem('not-found');
    const names = await this.divisions.names(lines.map((line) => line.division_code));
    const rows = lines.map((line) => ({ name: line.name || (names.get(line.division_code) ?? line.division_code), village: names.get(line.division_code) ?? line.division_code, headCount: line.member_count }));
    const county = (await this.divisions.names([countyCode])).get(countyCode) ?? countyCode;
    const texts = (await this.db.maybeOne<{ texts: NoticeTexts }>(sql.textsOfCase, [countyCode, id]))?.texts ?? noTexts;
    const hits = [...hitsOf(texts), ...rows.flatMap((row, n) => privateHits(`第${n + 1}行`, row.name))];
    if (hits.length > 0) throw problem('print.private', { count: hits.length, hits });
    return {
      name: `公告-${rows[0]?.village ?? ''}-${first.decided_on}`,
      sheet: noticeSheet({
        heading: '公告', opening: `经民主评议、核实、公示、审核，批准下列${rows.length}户办理${first.pack_name.zh}，现予公告。`, rows,
        facts: [`批准日期：${chineseDay(first.decided_on)}`, ...(texts.telephone === null ? [] : [`监督电话：${texts.telephone}`])], texts, issuedOn: currentContext().today, unit: county,
      }),
    };
  }
}

function hitsOf({ basis, telephone, issuer, mongolian }: NoticeTexts): PrivateHit[] {
  return [...privateHits('依据文号', basis ?? ''), ...privateHits('监督电话', telephone ?? ''), ...privateHits('落款', issuer ?? ''), ...privateHits('蒙文段', mongolian ?? '')];
}
