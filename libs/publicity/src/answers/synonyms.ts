/** What people say for one thing, in both languages: whichever word stands in a question or a passage counts as all of them. */
export const SYNONYMS: readonly (readonly string[])[] = [
  ['办证', '许可证', '执照', '牌照', 'licence', 'license', 'permit'],
  ['关停', '关门', '停办', '不办了', '不想办', '终止', 'closure', 'close', 'closing'],
  ['注销', 'cancellation', 'cancel'],
  ['搬家', '换地址', '换地方', '地址变更', '变更地址', '变更', '改名', '换名字', '改名称', 'change', 'move', 'rename'],
  ['园长', '校长', 'principal', 'head'],
  ['举办者', '创办人', '投资人', '老板', 'sponsor', 'founder'],
  ['多久', '几天', '多长时间', '多少天', '什么时候能', '时限', '期限', 'how long', 'time limit', 'takes', 'when'],
  ['多少钱', '要不要钱', '要钱', '花钱', '收费', '费用', '免费', 'fee', 'cost', 'price', 'charge', 'pay'],
  ['材料', '资料', '文件', '手续', '带什么', 'papers', 'paper', 'documents', 'materials', 'upload'],
  ['跑几趟', '跑几次', '跑腿', '几趟', '到现场', '跑', 'trip', 'trips', 'visits', 'errand'],
  ['条件', '要求', '资格', 'condition', 'conditions', 'requirements', 'qualify'],
  ['流程', '步骤', '程序', '怎么走', 'procedure', 'steps', 'process'],
  ['补正', '不齐', '不全', '缺材料', '少交', 'correction', 'missing', 'incomplete'],
  ['不批准', '不批', '没批', '不予', '拒绝', '驳回', '没通过', 'refused', 'refusal', 'refuse', 'rejected', 'denied'],
  ['没有答复', '没有答复怎么办', '不答复', '没回音', '不回复', '没人理', '逾期', 'no answer', 'silence'],
  ['复议', '申诉', '不服', 'reconsideration', 'appeal'],
  ['起诉', '诉讼', '打官司', '告状', '法院', 'sue', 'court', 'litigation'],
  ['年检', '年度检查', '年审', 'annual'],
  ['延续', '续期', '续证', '换证', '到期', '快到期', 'renewal', 'renew', 'expire', 'expires', 'expiry'],
  ['踏勘', '现场检查', '现场核查', '上门检查', '验收', 'site', 'inspection'],
  ['在哪', '哪里', '哪儿', '去哪', '地点', '窗口', '地址在', 'where', 'counter', 'office'],
  ['电话', '热线', '咨询', '联系', 'telephone', 'phone', 'hotline', 'call', 'contact'],
  ['依据', '法律', '法条', '哪条法', '规定', 'basis', 'law', 'legal'],
  ['开办资金', '注册资金', '注册资本', '启动资金', '开办', 'funds', 'capital'],
  ['虚假材料', '假材料', '假资料', '虚假', '造假', '骗', 'false papers', 'fake papers', 'false', 'fraud', 'fake'],
  ['幼儿园', '托儿所', 'kindergarten', 'nursery'],
  ['有效期', '管几年', '几年有效', '能用几年', 'valid', 'validity'],
  ['送达', '领证', '取证', '拿证', '邮寄', '快递', 'delivery', 'delivered', 'courier'],
  ['消防', '防火', 'fire'],
  ['合伙', '联合办学', '一起办', '共同举办', 'joint', 'partner'],
  ['代办', '委托', '代理', 'agent', 'behalf'],
];

/** Said in every question and telling nothing; a passage is not found by them. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    '的 了 吗 呢 吧 啊 呀 我 我们 你 您 你们 他 她 它 是 是不是 在 有 没有 和 与 或 就 都 也 还 要 想 能 会 可以 怎么 怎样 怎么样 什么 ' +
    '什么样 怎么办 如何 哪些 哪个 哪 这 那 这个 那个 一个 请 请问 问 问题 一下 去 来 到 到底 对 从 把 被 给 让 为 为什么 啥 办 办理 办好 ' +
    '需要 必须 应该 下来 准备 能不能 行不行 可不可以 要不要 有没有 是不是 会不会 是啥 多大 打 交 交了 会怎样 算 拿 看 今天 明天 现在 时候 后 前 里 上 下 不 没 别 谁 做 用 个 样 些 行 好 多 多少 几 几个 人 东西 事情 事 ' +
    'a an the i you we he she it is are am be was were do does did to of in on at for with and or if my your our me ' +
    'what which who how why can could should would will shall may must need there this that these those have has had ' +
    'get not no so as by from about any some please tell much many long need want wants take'
  ).split(' '),
);

/** Business of other offices, which shares words with ours: saying so beats a wrong passage. */
export const ELSEWHERE: readonly string[] = [
  '护照',
  '签证',
  '驾驶证',
  '驾照',
  '行驶证',
  '汽车',
  '车辆',
  '结婚',
  '离婚',
  '户口',
  '落户',
  '社保',
  '医保',
  '公积金',
  '养老金',
  '失业金',
  '房产证',
  '买房',
  '报税',
  '纳税',
  '贷款',
  '彩票',
  '股票',
  '高考',
  '中考',
  '考研',
  '学位房',
  '身份证丢',
  '补办身份证',
  '饭店',
  '餐馆',
  '理发店',
  '药店',
  '酒店',
  'passport',
  'visa',
  'driving',
  'marriage',
  'divorce',
  'mortgage',
  'restaurant',
];

/** Traditional characters of the field's words as they are written here; a typed question may have them. */
export const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  (
    '補补 辦办 證证 許许 學学 園园 長长 開开 關关 變变 終终 銷销 費费 幾几 個个 時时 間间 應应 該该 請请 問问 電电 話话 ' +
    '資资 條条 無无 嗎吗 麼么 規规 據据 處处 審审 聽听 複复 議议 訴诉 訟讼 設设 併并 續续 營营 機机 構构 舉举 級级 執执 ' +
    '錢钱 齊齐 籌筹 檢检 驗验 業业 務务 區区 協协 約约 產产 書书 報报 單单 當当 後后 這这 來来 沒没 給给 車车 護护'
  )
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.charAt(1)]),
);
