import { amount, choice, day, month, register, text, whole, year, yesNo, type ComparisonRegister } from './register-column.js';

const civilAffairs = ['民政', 'Civil affairs'] as const;
const humanResources = ['人力资源社会保障', 'Human resources and social security'] as const;
const healthInsurance = ['医疗保障', 'Health insurance'] as const;
const police = ['公安', 'Public security'] as const;
const party = ['组织部门', 'Organisation department'] as const;

const disabilityKinds = [['1', '视力', 'sight', []], ['2', '听力', 'hearing', []], ['3', '言语', 'speech', ['语言']], ['4', '肢体', 'limbs', []], ['5', '智力', 'intellect', []], ['6', '精神', 'mind', []], ['7', '多重', 'several', []]] as const;
const stages = [
  ['KINDERGARTEN', '幼儿园', 'kindergarten', ['学前', '大班', '中班', '小班']], ['PRIMARY', '小学', 'primary school', []], ['JUNIOR', '初中', 'junior secondary', ['七年级', '八年级', '九年级']],
  ['VOCATIONAL', '中职', 'vocational secondary', ['职业', '职高', '中专', '技校', '技工']], ['SENIOR', '高中', 'senior secondary', ['高一', '高二', '高三']], ['COLLEGE', '大专及以上', 'college', ['大学', '本科', '专科', '高职', '研究生']],
] as const;

/**
 * Registers of other departments that households are compared with. One entry makes a register: its lists can be uploaded,
 * mapped, matched and judged, and checks read them by its code. Values are kept under the names of the columns.
 */
export const comparisonRegisters: readonly ComparisonRegister[] = [
  register('death', ['死亡人员', 'Deaths'], ['公安、民政、卫生健康', 'Public security, civil affairs, health'], [day('deathDate', '死亡日期', 'Date of death')({ headings: ['死亡时间', '去世日期', '火化日期', '死亡年月日'] })], true),
  register('vehicle', ['机动车登记', 'Vehicles'], police, [
    choice('vehicleKind', '车辆类型', 'Kind of vehicle')([
      ['MOTORCYCLE', '摩托车', 'motorcycle', ['三轮', '轻便']], ['TRACTOR', '拖拉机', 'tractor', ['农用', '低速']], ['CARGO', '货车', 'lorry', ['载货', '皮卡', '牵引', '挂车']],
      ['PASSENGER', '载客汽车', 'passenger car', ['轿车', '客车', '越野', '乘用', '面包']], ['OTHER', '其他', 'other', ['专项', '作业']],
    ], { headings: ['车型', '机动车类型', '车辆种类'] }),
    text('plate', '号牌号码', 'Number plate')({ headings: ['车牌号', '车牌号码', '车牌', '号牌'], masked: true, key: true }),
    day('registeredOn', '注册登记日期', 'Registered on')({ headings: ['初次登记日期', '登记日期', '注册日期', '购买日期'] }),
    yesNo('scrapped', '是否报废', 'Scrapped')({ headings: ['已报废', '报废', '是否注销'] }),
  ]),
  register('property', ['不动产登记', 'Real estate'], ['自然资源、住房城乡建设', 'Natural resources, housing'], [
    choice('use', '房屋用途', 'Use')([
      ['RESETTLEMENT', '易地搬迁安置房', 'resettlement', ['安置', '搬迁']], ['SHOP', '商铺', 'shop', ['商业', '门市', '营业', '店铺', '商服']],
      ['SELF_BUILT', '自建房', 'self-built', ['宅基地', '农村', '自建', '平房']], ['FLAT', '商品房', 'commercial flat', ['商品住宅', '住宅', '公寓', '楼房']], ['OTHER', '其他', 'other', ['车库', '仓储', '工业']],
    ], { headings: ['用途', '规划用途', '房屋性质', '房屋类型'] }),
    text('address', '坐落', 'Address')({ headings: ['房屋坐落', '地址', '房屋地址', '不动产坐落'], key: true }),
    day('registeredOn', '登记日期', 'Registered on')({ headings: ['登记时间', '登簿日期', '发证日期', '备案日期'] }),
  ]),
  register('company', ['市场主体', 'Companies'], ['市场监督管理', 'Market supervision'], [
    text('companyName', '企业名称', 'Company')({ headings: ['市场主体名称', '单位名称', '名称', '字号名称', '公司名称'], key: true }),
    choice('role', '身份', 'Role')([
      ['LEGAL_REPRESENTATIVE', '法定代表人', 'legal representative', ['法人', '负责人']], ['SOLE_TRADER', '个体工商户经营者', 'sole trader', ['个体', '经营者']],
      ['SHAREHOLDER', '股东', 'shareholder', ['投资人', '出资人', '合伙人']], ['EXECUTIVE', '高级管理人员', 'executive', ['董事', '监事', '经理']], ['MEMBER', '合作社成员', 'member of a cooperative', ['社员', '成员']],
    ], { headings: ['职务', '人员身份', '任职身份', '角色'] }),
    amount('capitalFen', '注册资本（元）', 'Capital (yuan)')({ headings: ['注册资本', '认缴出资额', '出资额', '注册资金'] }),
    choice('status', '登记状态', 'State')([
      ['CLOSED', '注销', 'closed', []], ['REVOKED', '吊销', 'revoked', []], ['ACTIVE', '存续', 'active', ['在营', '开业', '在业', '正常']], ['OTHER', '其他', 'other', ['迁出', '停业', '歇业']],
    ], { headings: ['企业状态', '经营状态', '状态'] }),
  ]),
  register('public_payroll', ['财政供养人员', 'Paid by public finance'], ['财政', 'Finance'], [
    text('unit', '单位', 'Unit')({ headings: ['单位名称', '工作单位', '供养单位'] }),
    text('post', '职务', 'Post')({ headings: ['岗位', '人员类别', '身份'] }),
  ]),
  register('village_cadre', ['嘎查村干部', 'Village cadres'], party, [
    choice('post', '职务', 'Post')([['DEPUTY', '副职', 'deputy', ['副书记', '副支书', '副主任', '副嘎查达', '副村长']], ['SECRETARY', '党支部书记', 'secretary', ['书记', '一肩挑']], ['HEAD', '嘎查达、村委会主任', 'head', ['嘎查达', '村主任', '村长', '主任']], ['OTHER', '其他村干部', 'other', ['委员', '会计', '文书', '妇联', '副']]], { headings: ['现任职务', '村内职务'] }),
    text('village', '嘎查村', 'Village')({ headings: ['行政村', '所在村', '任职村', '村名'] }),
  ]),
  register('cadre_relative', ['干部近亲属', 'Relatives of cadres'], party, [
    text('cadreName', '干部姓名', 'Cadre')({ headings: ['村干部姓名', '公职人员姓名'], key: true }),
    text('relation', '与干部关系', 'Relation')({ headings: ['与其关系', '亲属关系', '关系'] }),
  ]),
  register('machinery', ['大型农机与牲畜', 'Machinery and herds'], ['农牧', 'Agriculture'], [
    text('machine', '机具名称', 'Machine')({ headings: ['农机名称', '机具品目', '品目', '机型'], key: true }),
    amount('valueFen', '价值（元）', 'Value (yuan)')({ headings: ['价值', '购置价格', '销售价格', '机具价格', '单价'] }),
    whole('sheepUnits', '羊单位', 'Sheep units')({ headings: ['折羊单位', '牲畜羊单位', '牲畜头数'] }),
    day('boughtOn', '购置日期', 'Bought on')({ headings: ['购机日期', '购买日期'] }),
  ]),
  register('deposit', ['存款（经授权查询）', 'Deposits (with consent)'], ['金融机构', 'Banks'], [
    amount('amountFen', '存款余额（元）', 'Balance (yuan)')({ headings: ['存款余额', '余额', '金额', '存款金额'] }),
    day('consentOn', '授权日期', 'Consent on')({ headings: ['授权书日期', '签订授权日期', '授权时间'] }),
  ]),
  register('insurance_policy', ['商业保险（经授权查询）', 'Commercial insurance (with consent)'], ['金融机构', 'Insurers'], [
    amount('premiumFen', '年缴保费（元）', 'Yearly premium (yuan)')({ headings: ['年缴保费', '保费', '保险费'] }),
    day('consentOn', '授权日期', 'Consent on')({ headings: ['授权书日期', '签订授权日期', '授权时间'] }),
  ]),
  register('dibao', ['最低生活保障', 'Minimum living allowance'], civilAffairs, [
    day('since', '享受日期', 'Since')({ headings: ['享受低保时间', '纳入日期', '起始日期', '审批日期', '享受时间'] }),
    choice('category', '类别', 'Category')([['URBAN', '城市低保', 'urban', ['城市', '城镇']], ['RURAL', '农村低保', 'rural', ['农村', '牧区', '农牧']]], { headings: ['低保类别', '低保类型', '城乡类型'] }),
  ]),
  register('tekun', ['特困供养人员', 'Extreme poverty support'], civilAffairs, [day('since', '享受日期', 'Since')({ headings: ['纳入日期', '起始日期', '审批日期', '供养时间', '享受时间'] })]),
  register('disability', ['持证残疾人', 'Certified disabled'], ['残疾人联合会', "Disabled persons' federation"], [
    choice('certificateLevel', '残疾等级', 'Level')([['1', '一级', 'level 1', ['壹级']], ['2', '二级', 'level 2', ['贰级']], ['3', '三级', 'level 3', ['叁级']], ['4', '四级', 'level 4', ['肆级']]], { headings: ['等级', '残疾级别'] }),
    choice('category', '残疾类别', 'Category')(disabilityKinds, { headings: ['残疾类型', '类别'] }),
    yesNo('careSubsidy', '享受护理补贴', 'Receives the care subsidy')({ headings: ['护理补贴', '重度残疾人护理补贴', '是否享受护理补贴'] }),
  ]),
  register('school_roll', ['学籍', 'School roll'], ['教育', 'Education'], [
    text('school', '学校名称', 'School')({ headings: ['学校', '就读学校', '在读学校'] }),
    choice('stage', '学段', 'Stage')(stages, { headings: ['学历层次', '办学类型', '学校类别'] }),
    text('grade', '年级', 'Grade')({ headings: ['就读年级', '所在年级', '年级班级'] }),
    choice('status', '学籍状态', 'State')([['DROPPED_OUT', '辍学', 'dropped out', ['退学', '失学']], ['SUSPENDED', '休学', 'suspended', []], ['GRADUATED', '毕业', 'graduated', ['结业', '肄业']], ['ENROLLED', '在读', 'enrolled', ['在校', '在籍', '正常', '就读']]], { headings: ['学生状态', '就读状态', '学生当前状态'] }),
  ]),
  register('resident_insurance', ['城乡居民医保参保', 'Residents’ health insurance'], healthInsurance, [year('year', '参保年度', 'Year')({ headings: ['年度', '缴费年度', '参保年份'] })]),
  register('employee_insurance', ['职工医保参保', 'Employees’ health insurance'], healthInsurance, [
    year('year', '参保年度', 'Year')({ headings: ['年度', '缴费年度', '参保年份'] }),
    text('unit', '参保单位', 'Employer')({ headings: ['单位', '单位名称', '缴费单位'] }),
  ]),
  register('social_security', ['职工社会保险缴费', "Employees' social security"], humanResources, [
    text('unit', '缴费单位', 'Employer')({ headings: ['单位', '单位名称', '参保单位'], key: true }),
    whole('months', '缴费月数', 'Months paid')({ headings: ['累计月数', '缴费月份数', '月数'] }),
  ]),
  register('renovation', ['危房改造', 'Housing renovation'], ['住房城乡建设', 'Housing'], [
    year('year', '改造年度', 'Year')({ headings: ['年度', '改造年份', '实施年度', '计划年度'], key: true }),
    amount('subsidyFen', '补助金额（元）', 'Subsidy (yuan)')({ headings: ['补助金额', '补贴金额', '补助资金'] }),
  ]),
  register('loan', ['扶贫小额信贷', 'Micro-credit'], ['金融机构', 'Banks'], [
    amount('amountFen', '贷款金额（元）', 'Amount (yuan)')({ headings: ['贷款金额', '金额', '放款金额', '合同金额'] }),
    whole('termMonths', '期限（月）', 'Term (months)')({ headings: ['期限', '贷款期限', '借款期限（月）', '贷款期限（月）'] }),
    text('borrower', '借款人', 'Borrower')({ headings: ['贷款人', '借款户', '户名'] }),
    choice('usedBy', '贷款用途主体', 'Used by')([['FIRM', '企业或合作社使用', 'a firm or cooperative', ['户贷企用', '户贷社用', '企业', '公司', '合作社', '户企']], ['HOUSEHOLD', '本户使用', 'the household', ['户贷户用', '本户', '自用', '自己', '农户']]], { headings: ['用款方', '使用主体', '用款人', '贷款方式'] }),
    day('loanedOn', '放款日期', 'Loaned on')({ headings: ['贷款日期', '发放日期', '起息日', '借款日期'], key: true }),
  ]),
  register('ranger', ['生态护林员及公益岗位', 'Rangers and public posts'], ['林业和草原、人力资源社会保障', 'Forestry and grassland, human resources'], [
    text('post', '岗位名称', 'Post')({ headings: ['岗位', '公益岗位名称', '岗位类型', '护林员类型'], key: true }),
    day('since', '上岗日期', 'Since')({ headings: ['聘用日期', '上岗时间', '起始日期'] }),
  ]),
  register('household_register', ['户籍登记变动', 'Household registration'], police, [
    day('splitOn', '分户日期', 'Split on')({ headings: ['立户日期', '变动日期', '分户时间', '迁移日期'] }),
    text('fromHousehold', '原户号', 'From household')({ headings: ['原户口簿号', '原户编号', '分出户号'], masked: true, hashedAs: 'household_book' }),
    text('relation', '与原户主关系', 'Relation to the former head')({ headings: ['与户主关系', '关系'] }),
  ]),
  register('old_house', ['旧房拆除', 'Old houses'], ['发展改革、住房城乡建设', 'Development and reform, housing'], [day('demolishedOn', '拆除日期', 'Demolished on')({ headings: ['旧房拆除时间', '拆旧时间', '拆旧日期'] })]),
  register('monitoring', ['防返贫监测对象', 'Monitored households'], ['农业农村（乡村振兴）', 'Agriculture and rural revitalisation'], [
    choice('category', '监测对象类别', 'Category')([
      ['UNSTABLE_EXITED', '脱贫不稳定户', 'unstable exited household', ['脱贫不稳定']], ['MARGINAL', '边缘易致贫户', 'marginal household at risk', ['边缘']], ['SUDDEN_HARDSHIP', '突发严重困难户', 'sudden severe hardship', ['突发']],
    ], { headings: ['监测对象类型', '监测类别'] }),
    text('risk1', '致贫返贫风险1', 'Risk 1')({ headings: ['致贫返贫风险', '致贫/返贫风险', '返贫致贫风险', '致贫/返贫风险1', '返贫致贫风险1', '风险1'] }),
    ...[2, 3, 4, 5].map((n) => text(`risk${n}`, `致贫返贫风险${n}`, `Risk ${n}`)({ headings: [`致贫/返贫风险${n}`, `返贫致贫风险${n}`, `风险${n}`] })),
    month('identifiedMonth', '识别监测时间', 'Identified in')({ headings: ['识别时间', '纳入监测时间', '监测对象识别时间'], key: true }),
    amount('perHeadIncomeFen', '识别时人均纯收入（元）', 'Net income per head when identified (yuan)')({ headings: ['识别时人均纯收入', '人均纯收入', '纳入时人均纯收入'] }),
    amount('outOfPocketFen', '合规自付支出（元）', 'Own spending on treatment (yuan)')({ headings: ['合规自付支出', '自付支出', '医疗自付支出'] }),
    month('cancelledMonth', '消除监测时间', 'Cancelled in')({ headings: ['风险消除时间', '消除时间', '消除风险时间'] }),
    choice('cancelMode', '风险消除方式', 'How it was cancelled')([['HELPED', '帮扶消除', 'by help', ['帮扶']], ['NATURAL', '自然消除', 'by itself', ['自然']]], { headings: ['消除方式'] }),
    yesNo('safetyNet', '整户无劳动能力兜底保障户', 'Kept by the safety net')({ headings: ['是否整户无劳动能力兜底保障户', '兜底保障户'] }),
    day('consentOn', '承诺授权书签订日期', 'Consent signed on')({ headings: ['承诺授权日期', '授权书日期', '授权日期', '授权查询书签订日期'] }),
    day('comparedOn', '信息比对日期', 'Data compared on')({ headings: ['比对日期', '信息比对时间', '数据比对日期'] }),
  ]),
  register('visit_sign_in', ['走访签到', 'Sign-ins of visits'], ['帮扶软件管理部门', 'Keeper of the visiting app'], [
    day('visitedOn', '走访日期', 'Visited on')({ headings: ['走访时间', '签到时间', '签到日期'], key: true }),
    text('visitor', '走访人', 'Visitor')({ headings: ['帮扶人', '签到人', '走访人姓名', '帮扶责任人'], key: true }),
    whole('distanceM', '签到距离（米）', 'Metres from the house')({ headings: ['距离', '离住处距离', '签到位置距离', '距住房距离（米）'] }),
  ]),
  register('account_holder', ['账户持有人', 'Account holders'], ['金融机构', 'Banks'], [
    text('householdCode', '所属户编号', 'Household of the account')({ headings: ['户编号', '户编码', '补贴户编号'], key: true }),
    text('account', '账号', 'Account')({ headings: ['银行账号', '卡号', '一卡通账号', '银行卡号'], masked: true, key: true }),
  ]),
  register('non_resident', ['人户分离人员', 'Living elsewhere'], ['公安、苏木乡镇', 'Public security, townships'], [day('awaySince', '离开日期', 'Away since')({ headings: ['人户分离日期', '离开时间', '外出日期', '人户分离起始日期'] })]),
];

const byCode = new Map(comparisonRegisters.map((entry) => [entry.code, entry]));

/** The register of a code; undefined when there is none. */
export function findComparisonRegister(code: string): ComparisonRegister | undefined {
  return byCode.get(code);
}
