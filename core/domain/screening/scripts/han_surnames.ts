/** Characters that are read otherwise when they are a family name. */
const READ_OTHERWISE: Readonly<Record<string, string>> = {
  单: 'SHAN',
  單: 'SHAN',
  曾: 'ZENG',
  解: 'XIE',
  仇: 'QIU',
  查: 'ZHA',
  区: 'OU',
  區: 'OU',
  任: 'REN',
  华: 'HUA',
  華: 'HUA',
  葛: 'GE',
  盖: 'GE',
  蓋: 'GE',
  翟: 'ZHAI',
  缪: 'MIAO',
  繆: 'MIAO',
  朴: 'PIAO',
  尉: 'WEI',
  乐: 'YUE',
  樂: 'YUE',
  召: 'SHAO',
  冼: 'XIAN',
  洗: 'XIAN',
  折: 'SHE',
  尹: 'YIN',
  覃: 'QIN',
  晁: 'CHAO',
  员: 'YUN',
  員: 'YUN',
  秘: 'BI',
  祕: 'BI',
  宓: 'FU',
  黑: 'HE',
  种: 'CHONG',
  重: 'CHONG',
  逄: 'PANG',
  臧: 'ZANG',
  宁: 'NING',
  甯: 'NING',
  俞: 'YU',
  郇: 'XUN',
  幺: 'YAO',
  么: 'YAO',
  繁: 'PO',
  车: 'CHE',
  車: 'CHE',
  佘: 'SHE',
  沈: 'SHEN',
  洪: 'HONG',
  隗: 'WEI',
  哈: 'HA',
  那: 'NA',
  都: 'DU',
  燕: 'YAN',
  纪: 'JI',
  紀: 'JI',
  谌: 'CHEN',
  諶: 'CHEN',
  仝: 'TONG',
};

const OF_TWO = new Set(
  [
    '欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 夏侯 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 慕容 令狐 钟离 鍾離 宇文 长孙 長孫',
    '司徒 司空 端木 独孤 獨孤 南宫 南宮 轩辕 軒轅 呼延 百里 东郭 東郭 澹台 澹臺 公冶 宗政 濮阳 濮陽 淳于 太叔 申屠',
    '仲孙 仲孫 亓官 闾丘 閭丘 第五 赫连 赫連 拓跋 西门 西門 范姜 张简 張簡',
  ]
    .join(' ')
    .split(' '),
);

/** Family names that are also Korean: among them a name in Han characters may be Korean. */
const KOREAN = new Set(
  '金李朴崔鄭姜趙尹張林韓吳申徐權黃安宋柳洪全高文孫梁裵白許南劉沈盧河郭成車朱禹具羅閔陳池嚴蔡元千方孔玄'.split(''),
);

/** Family names that nearly all Chinese bear, simplified and traditional: after the ministry's counts of households. */
const COMMON = new Set(
  [
    '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅高郑鄭梁谢謝宋唐许許韩韓邓鄧冯馮曹彭曾肖萧蕭田董潘袁蔡蒋蔣',
    '余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鍾鐘姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付傅方邹鄒熊白孟秦邱尹江江薛闫閻阎段雷侯龙龍史',
    '陶黎贺賀顾顧毛郝龚龔邵万萬覃武钱錢戴严嚴莫孔向常汤湯温溫康施文牛樊葛邢安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶章鲁魯岳翟殷申耿',
    '关關焦左柳甘祝包宁寧尚符舒阮柯纪紀梅童毕畢单單季裴霍涂成苗谷曲盛冉蓝藍路游辛靳欧歐管柴蒙鲍鮑华華喻祁蒲房滕屈饶饒牟艾尤',
    '阳陽时時穆农農司卓古吉缪繆简簡车車项項连連芦蘆麦麥褚娄婁窦竇戚岑景党黨宫宮费費卜冷晏席卫衛米柏宗瞿桂全佟应應臧闵閔苟邬鄔',
    '边邊卞姬师師和仇栾欒隋商刁沙荣榮巫寇桑郎甄丛叢仲虞敖巩鞏明佘池查麻苑迟遲邝鄺利池习習',
  ].join(''),
);

/** Whether a name of two to four characters is a Chinese one: others are foreign names written by their sound. */
export function isChineseName(name: string): boolean {
  if (name.length < 2 || name.length > 4) return false;
  if (OF_TWO.has(name.slice(0, 2))) return name.length > 2;
  return name.length < 4 && COMMON.has(name[0] ?? '');
}

/** How many characters of a name are the family name: two for the few double ones, else one. */
export function surnameLength(name: string): number {
  return OF_TWO.has(name.slice(0, 2)) && name.length > 2 ? 2 : 1;
}

/** The reading of a family name where it is not the usual one of the character. */
export function surnameReading(character: string): string | undefined {
  return READ_OTHERWISE[character];
}

export function maybeKorean(name: string): boolean {
  return KOREAN.has(name[0] ?? '');
}
