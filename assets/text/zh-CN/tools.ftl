### 命令行的用语。页面里没有它们。

explain-cause = 为什么
explain-cure = 怎么改
explain-raises = 这样改样本场景就会报：
explain-spares = 这样改不会报：
explain-more = 更多例子见 docs/diagnostics.md；样本场景用 metaverse new 写出。
explain-unknown = 没有“{ $code }”这个代码。全部代码：metaverse explain --list
explain-unknown-near = 没有“{ $code }”这个代码。是不是 { $near }？全部代码：metaverse explain --list
explain-nothing = 要解释哪个代码？例如 metaverse explain E0103；全部代码：metaverse explain --list
grade-error = 错误：改好才能玩
grade-warning = 提醒：能玩，但教得不够好
grade-certain = 肯定
grade-likely = 多半，除非你有意如此
grade-rough = 经验值或估计

check-summary = 检查了 { $files } 个文件：{ $errors } 个错误，{ $warnings } 个提醒。
check-nothing = { $places } 里没有 .ron 场景文件，什么也没有检查。
check-allowed = 另有 { $count } 个提醒，文件里写明允许。
check-known = 另有 { $count } 个，上次的报告里已经有了。
baseline-unread = 读不了 --baseline { $file }：{ $cause }。它应当是 metaverse check --format json 的输出。
file-unread = 打不开 { $file }：{ $cause }
file-not-utf8 = { $file } 不是 UTF-8 文本（第 { $byte } 字节起）。请在编辑器里“另存为 UTF-8”，不要用 GBK。
file-unwritten = 写不了 { $file }：{ $cause }。进度还在，请换一个位置保存。
new-written =
    写好了 { $file }。
    接着：metaverse check { $file }，再 metaverse play { $file }。
    照着改：id 与文件名相同；改完再检查一遍。
new-exists = { $file } 已经有了，没有动它。请换一个名字。
new-unwritten = 写不了 { $file }：{ $cause }。
new-bad-id = “{ $name }”不能作名字：只用小写字母、数字和连字符，例如 first-lease。
verify-valid = 有效。{ $scene }，{ $decisions } 个决定，{ $score } 分。
verify-unfinished = 有效，还没有走完。{ $scene }，{ $decisions } 个决定，目前 { $score } 分。

play-keys-short = 输入序号作答 · e1 看材料 · ? 提示 · c 公司 · u 撤回 · h 帮助 · q 离开
play-keys =
    序号     选这一项；需要排序或归类时，用空格隔开各个序号
    3=2      审阅文件时：第 3 条有问题，理由是第 2 个；没有问题就输入 0
    回车     填表：逐栏填写，直接回车保留上次填的
    e1 e2    看材料（看过的会记下来）
    ?        要一个提示
    c        看公司：义务、文件、账簿
    u        撤回上一个决定
    q        离开（加 --save 文件名 可以下次继续）
play-funds = 可用资金 { $funds } 元
play-hint = 提示
play-returned = ✗ 退回来了
play-not-understood = 没看懂。输入序号，或 h 看帮助。
play-prompt-choose = 选哪一项？
play-prompt-form = 按回车开始填写
play-prompt-arrange = 按先后输入序号：
play-prompt-classify = 依次输入每一项的去处：
play-prompt-inspect = 哪一条有问题？
play-prompt-last-word = a 接受桌上的条件，l 离席：
play-prompt-negotiate = 回车出价，a 接受桌上的条件，l 离席：
play-prompt-pitch = 按先后输入要讲的卡片序号：
play-ask-summary = 摘要：
play-ask-lines = 一行一笔：d 或“借”，科目（编号、名称或拼音首字母），金额；贷方用 c 或“贷”。空行结束。例：d glfybgf 300
play-accounts-found = 找到 { $count } 个科目，请写全一些。
play-ask-cell = { $row } · { $column }：
play-ask-share = { $line }分多少元（空着不给）：
play-ask-dial = { $label }（{ $from } 到 { $to }，回车保持 { $now }）：
play-ask-candidate = 录用哪一位？
play-ask-candidate-or-none = 录用哪一位？都不录用输入 0：
play-offers-left = 还能出价 { $left } 次
play-budget = 一共 { $budget } 元
play-month-next = { $market } · 下一个月是 { $month }，还剩 { $left } 个月 · 银行存款 { $bank } 元 · 库存 { $stock } 件
play-month-ran = { $month }：来客 { $customers }，卖出 { $sold }，没人接待走了 { $unserved }，没货走了 { $soldout }，库存 { $stock }；不含税销售 { $sales }，利润 { $profit }，存款 { $bank }
play-seconds = 一共 { $seconds } 秒
play-round = 我方 { $ours } → 对方 { $theirs }
play-table = 桌上的条件：{ $offer }
play-bins = 去处
play-reasons = 理由
play-why = 为什么？
play-before = 上次填的：{ $before }
play-score = 得分 { $score }
play-left = 离开了。没有走完的一局不会丢，只要加了 --save。

explore-heading = { $title }：玩了 { $plays } 遍，搜索到 { $states } 种不同的局面。
explore-left-out = 路太多，有 { $ways } 条没有走。
explore-coverage = 走到了哪里
explore-bots = 六种玩法的得分（0 到 100，每格五分）
explore-bot = { $least } · { $middle } · { $most } 分（最低、居中、最高），约 { $minutes } 分钟，过了 { $days } 天
explore-time = 写的是 { $promised } 分钟；按读过的字数和作答次数，从 { $least } 到 { $most } 分钟。
explore-missed = 没有走到：{ $names }
explore-missed-count = 没有走到的 { $count } 个
explore-dominated = 没有人有理由选的选项（得分、钱、时间都不占便宜）：
explore-dominated-one = { $step }：{ $option }，处处不如 { $other }
explore-no-failures = 每一遍都走到了结局。
explore-failures = 走不下去的路（已缩到最短，照命令可以重演）：
explore-failures-title = 走不下去的路
explore-options = 每个选项
explore-options-note = 其余都照老手的走法，只在这一步换成它。“处处不如”是说：对每位学员，得分、剩下的钱、用掉的天数都不比另一个好。错误答案如果处处不如，就没有人会上当，也就练不出什么。
explore-step = 步骤
explore-option = 选项
explore-scores = 得分
explore-dominated-by = 处处不如
coverage-steps = 步骤
coverage-options = 选项
coverage-conditions = 条件的两面
coverage-feedback = 错误的解释
coverage-misconceptions = 误解
coverage-events = 事件
coverage-endings = 结局
bot-expert = 老手
bot-cautious = 谨慎
bot-greedy = 只看眼前
bot-least-used = 轮着来
bot-uniform = 随便选
bot-novice = 新手
failure-refused = 停在 { $step }：{ $cause }
failure-no-ending = 收了场，却没有一个结局的条件成立。
failure-endless = 在 { $step } 绕不出来。
replay-unread = --replay 读不懂：{ $cause }。请照报告里的命令抄。
replay-ended = 结局 { $ending }，{ $score } 分。
merge-nothing = 没有可以合的部分，或者版本不同。
merge-other = 这些部分不是同一次探索分出来的：场景、政策、参数或份数不同。
merge-twice = 第 { $part } 份有两份。
merge-missing = 缺第 { $part } 份。
merge-no-part = { $file } 不是 explore --shard 的输出：{ $cause }
merge-other-scene = { $file } 是另一个场景或另一份政策的。
file-not-written = 写不了 { $file }：{ $cause }。
graph-start = 开始
graph-end = 收场
fmt-changed = 整理了 { $file }。
fmt-would = { $file } 还没有整理。
fmt-done = 看了 { $files } 个文件，改了 { $changed } 个。
fmt-broken = { $file } 有括号或引号没有关好，没有动它。先用 metaverse check 看看。
i18n-written = 写好了 { $file }：{ $texts } 段文字，{ $kept } 段沿用旧译，{ $open } 段待译。
i18n-missing = { $key }：译文里没有这一段
i18n-extra = { $key }：场景里已经没有这一段
i18n-stale = { $key }：原文改过了，译文还是旧的
i18n-open = { $key }：还没有译
i18n-references = { $key }：译文与原文的引用不一样（{ $names }）
i18n-well = { $file }：{ $texts } 段都有译文，与原文对得上。
i18n-unread = { $file } 不是译文文件：{ $cause }
