import { codeList } from './code-list.js';

/** Code lists of helpers and their units (domain.md §1.4, tables AK11 and AP11; no national codes known). */
export const helperCodeLists = [
  codeList('affiliation', '隶属关系', 'Affiliation', 'own', [
    ['CENTRAL', '中央', 'Central'],
    ['PROVINCE', '省', 'Province', '自治区'],
    ['PREFECTURE', '市、地区', 'Prefecture', '盟市', '市'],
    ['COUNTY', '县(区)', 'County', '旗县', '县', '县（区）'],
    ['TOWNSHIP', '街道、镇、乡', 'Township', '苏木乡镇', '乡镇'],
    ['RESIDENTS', '居民/村民委员会', "Residents' or villagers' committee", '居民委员会', '村民委员会'],
    ['VILLAGE_COMMITTEES', '村两委', 'Village committees'],
    ['ARMY', '军队', 'Army'],
    ['OTHER', '其他', 'Other'],
  ]),
  codeList('rank', '职务级别', 'Rank', 'own', [
    ['NATIONAL_CHIEF', '国家级正职', 'National, chief'],
    ['NATIONAL_DEPUTY', '国家级副职', 'National, deputy'],
    ['MINISTRY_CHIEF', '省部级正职', 'Ministry, chief'],
    ['MINISTRY_DEPUTY', '省部级副职', 'Ministry, deputy'],
    ['BUREAU_CHIEF', '厅局级正职', 'Bureau, chief'],
    ['BUREAU_DEPUTY', '厅局级副职', 'Bureau, deputy'],
    ['DIVISION_CHIEF', '县处级正职', 'Division, chief'],
    ['DIVISION_DEPUTY', '县处级副职', 'Division, deputy'],
    ['SECTION_CHIEF', '乡科级正职', 'Section, chief'],
    ['SECTION_DEPUTY', '乡科级副职', 'Section, deputy'],
    ['STAFF', '科员级', 'Staff'],
    ['CLERK', '办事员级', 'Clerk'],
    ['NONE', '未定职', 'Not ranked'],
  ]),
  codeList('helperEducation', '学历', 'Education of the helper', 'own', [
    ['POSTGRADUATE', '研究生及以上', 'Postgraduate', '博士', '硕士', '研究生'],
    ['BACHELOR', '大学本科', 'Bachelor', '本科'],
    ['COLLEGE', '大学专科', 'Junior college', '大专', '专科'],
    ['VOCATIONAL', '中专技校', 'Vocational school', '中等专科', '职业高中', '技工学校', '中专'],
    ['SENIOR', '普通高中', 'Senior middle school', '高中'],
    ['JUNIOR', '初中', 'Junior middle school'],
    ['PRIMARY', '小学', 'Primary school'],
    ['OTHER', '其他', 'Other'],
  ]),
  codeList('helperSkill', '技术特长', 'Skill of the helper', 'own', [
    ['PLANTING', '种植', 'Planting'],
    ['FOREST_FRUIT', '林果', 'Forest and fruit'],
    ['LIVESTOCK', '养殖', 'Livestock'],
    ['SERVICE', '服务', 'Services'],
  ]),
] as const;
