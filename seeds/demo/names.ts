import type { Random } from './random.js';

/** Invented names from common characters; herders of the Mongolian group often have no family name. */
const surnames = [...'王李张刘陈杨赵黄周吴徐孙马胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭袁潘于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚'];
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华文辉红玉兰春梅福贵财宝山海河林森田禾喜庆祥瑞安康宁和顺兴旺发荣昌盛茂丰'];
const mongolian: Record<'1' | '2', readonly string[]> = {
  '1': ['巴特尔', '巴图', '苏和', '朝鲁', '布和', '额尔敦', '孟克', '宝音', '格日勒图', '阿古拉', '特木尔', '哈斯巴根', '那日苏', '呼格吉勒', '乌力吉'],
  '2': ['其其格', '乌云', '萨仁', '娜仁', '托娅', '高娃', '塔娜', '琪琪格', '乌兰', '通拉嘎', '阿茹娜', '娜布其', '其木格', '斯琴', '格根'],
};

export interface PersonName {
  readonly name: string;
  readonly surname: string;
}

/** A name; children pass the surname of the family. */
export function makeName(random: Random, gender: '1' | '2', ethnicGroup: string, surname?: string): PersonName {
  if (ethnicGroup === 'MG' && random.chance(0.8)) {
    const name = random.pick(mongolian[gender]);
    return { name: random.chance(0.15) ? `${name}·${random.pick(mongolian[gender])}` : name, surname: '' };
  }
  const family = surname || random.pick(surnames);
  return { name: family + random.pick(given) + (random.chance(0.75) ? random.pick(given) : ''), surname: family };
}
