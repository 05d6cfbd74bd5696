import { cellReason, type CellReason, type PlaceLevel } from '#domain';

export interface PlaceNode {
  readonly code: string;
  readonly name: string;
}

type Place = Partial<Record<PlaceLevel, string>>;
export type PlaceAnswer = { readonly villageCode: string } | CellReason;

/** Endings that registers leave out or spell differently: 巴彦嘎查村民委员会 and 巴彦嘎查 are one village. */
const endings: Readonly<Record<PlaceLevel, RegExp>> = {
  village: /(?:社区居民委员会|社区居委会|村民委员会|居民委员会|嘎查委员会|村委会|嘎查委会|委会|居委会|委员会|嘎查村|嘎查|社区|行政村|村)$/,
  township: /(?:街道办事处|人民政府|民族乡|民族苏木|街道|苏木|镇|乡)$/,
  county: /(?:自治旗|旗|县|区|市)$/,
  prefecture: /(?:盟|市)$/,
  region: /(?:自治区|省|市)$/,
};

const fold = (name: string) => name.normalize('NFKC').replace(/\s/g, '');
/** The bare name; a name that is nothing but its ending stays whole. */
function bare(name: string, level: PlaceLevel): string {
  const folded = fold(name);
  const short = folded.replace(endings[level], '');
  return short === '' ? folded : short;
}

const lengths: readonly (readonly [PlaceLevel, number])[] = [['township', 9], ['county', 6], ['prefecture', 4]];

/** Finds a village by the names of its path, within the territory whose divisions it was given. */
export class PlaceIndex {
  private readonly villages = new Map<string, PlaceNode[]>();
  private readonly codes = new Set<string>();
  private readonly answers = new Map<string, PlaceAnswer>();

  /**
   * @param villages of the territory
   * @param names of all divisions above them, by code
   * @param only the village that rows without a place belong to, when the territory is one village
   */
  constructor(
    villages: readonly PlaceNode[],
    private readonly names: ReadonlyMap<string, string>,
    private readonly only: string | null,
  ) {
    for (const village of villages) {
      this.codes.add(village.code);
      for (const key of new Set([fold(village.name), bare(village.name, 'village')])) this.villages.set(key, [...(this.villages.get(key) ?? []), village]);
    }
  }

  /** The village of a row, by its code or by its names; otherwise the reason in words. */
  find(place: Place, villageCode: string | null): PlaceAnswer {
    if (villageCode !== null) {
      return this.codes.has(villageCode) ? { villageCode } : cellReason('place', '嘎查村代码不存在或不在您的辖区内', 'there is no such village in your territory');
    }
    const key = [place.village, place.township, place.county, place.prefecture].map((name) => name ?? '').join('\u0000');
    const known = this.answers.get(key);
    if (known) return known;
    const answer = this.search(place);
    this.answers.set(key, answer);
    return answer;
  }

  private search(place: Place): PlaceAnswer {
    if (place.village === undefined) {
      return this.only === null ? cellReason('place', '请填写嘎查村', 'the village is missing') : { villageCode: this.only };
    }
    const exact = this.villages.get(fold(place.village)) ?? [];
    const candidates = [...new Set([...exact, ...(this.villages.get(bare(place.village, 'village')) ?? [])])].filter((village) => this.fits(village, place));
    // The name as written goes before one that only shares its stem.
    const best = candidates.filter((village) => fold(village.name) === fold(place.village ?? ''));
    const found = best.length > 0 ? best : candidates;
    const [village] = found;
    if (village && found.length === 1) return { villageCode: village.code };
    const path = [place.county, place.township, place.village].filter(Boolean).join('');
    return found.length === 0
      ? cellReason('place', `在您的辖区内没有找到“${path}”`, `"${path}" was not found in your territory`)
      : cellReason('place', `有${found.length}个嘎查村名为“${place.village}”，请写明旗县和苏木乡镇`, `${found.length} villages are named "${place.village}"; state county and township`);
  }

  private fits(village: PlaceNode, place: Place): boolean {
    return lengths.every(([level, length]) => {
      const written = place[level];
      const name = this.names.get(village.code.slice(0, length));
      return written === undefined || name === undefined || fold(name) === fold(written) || bare(name, level) === bare(written, level);
    });
  }
}
