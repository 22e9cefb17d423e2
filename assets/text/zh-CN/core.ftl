### 内核按键名报告的话：答案不合用、存档有问题、公司的情况与文件、评分项、场所。

misfit-kind = 这一步要的不是这种答案。
misfit-unknown = 这里没有这一项。
misfit-no-reason = 还要选一个理由。
misfit-empty = 这一项还空着，请填上。
misfit-too-long = 这一栏最多 { $most } 个字。
misfit-amount = 请填金额，例如 1000000.00，单位是元。
misfit-date = 请填日期，例如 2026-03-15。
misfit-incomplete = 每一项都要有去处，而且只有一个去处。

refused-closed = 这一局已经结束了。
refused-evidence = 这份材料已经打开过，或者这里没有。
refused-hint = 这里没有可以要的提示。

inspect-sound = 这一条没有问题，不用标出来。
company-unnamed = 还没有名称的公司

save-not-a-save = 这不是一份完整的存档：第 { $line } 行第 { $column } 列读不下去。请重新导出一次；原来的文件没有改动。
save-too-long = 这个文件有 { $bytes } 字节，比任何存档都大，没有读。请确认选对了文件。
save-other-format = 存档的格式是 { $format }，这个版本读不了。请用写出它的那个版本打开。
save-unknown-scene = 存档属于场景“{ $scene }”，这里没有这个场景。请先打开那份场景文件，再导入存档。
save-scene-changed = 写存档以后，场景改过了。前 { $decisions } 个决定仍然成立，可以从那里接着走。
save-policy-changed = 写存档以后，政策参数改过了。前 { $decisions } 个决定仍然成立，可以从那里接着走。
save-broken-at = 从第 { $decision } 个决定起，存档与实际发生的对不上，可能被改过。之前的部分完好，可以从那里接着走。

fact-form = 主体类型
fact-founded = 成立日期
fact-code = 统一社会信用代码
fact-name-reserved-until = 名称保留到
fact-capital = 注册资本
fact-paid-in-by = 缴足期限
fact-fines = 已缴罚款

licence-name = 名称
licence-code = 统一社会信用代码
licence-form = 类型
licence-capital = 注册资本
licence-founded = 成立日期
licence-scope = 经营范围
licence-representative = 法定代表人
licence-premises = 住所

document-business-licence = 营业执照
document-name-reservation = 名称保留告知书
document-licence = 许可与备案
document-title = 名称
document-since = 取得日期

criterion-compliance = 合规
criterion-evidence = 证据
criterion-finance = 财务
criterion-process = 流程
criterion-judgement = 判断
criterion-outcome = 结果

venue-startup-centre = 创业赋能中心
venue-cafe = 咖啡馆
venue-service-hall = 政务服务大厅
venue-one-stop = 一窗通专区
venue-incubator = 孵化园区
venue-talent-market = 人才市场
venue-university = 高校
venue-finance-office = 财务办公室
venue-tax-hall = 办税服务厅
venue-port-warehouse = 港口仓库
venue-shopping-street = 商业街
venue-law-firm = 律师事务所
venue-loan-station = 创贷驿站
venue-roadshow-centre = 路演中心
venue-investor = 投资机构
venue-investment-office = 招商中心
venue-institute = 研究院
venue-park-committee = 园区管委会
