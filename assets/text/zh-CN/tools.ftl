### 检查场景与命令行的用语。诊断：先说怎么了，再说怎么改。

diagnostic-E0101 = 文件有 { $what } 字节，场景文件最多 1 MiB。请拆分，或检查是不是选错了文件。
diagnostic-E0102 = 这里有看不见的控制字符或改变书写方向的字符（{ $what }）。请删去；从别处粘贴的文字常带着它。
diagnostic-E0103 = 引号之外出现了全角符号“{ $what }”。请换成半角 , : ; ( ) " 。
diagnostic-E0104 = 这个“{ $what }”没有与之配对的括号。请在该结束的地方补上。
diagnostic-E0105 = 这个“{ $what }”没有打开它的括号。请删去，或在前面补上。
diagnostic-E0106 = 括号嵌套超过 { $what } 层。请检查是不是漏了右括号。
diagnostic-E0107 = 括号与字符串超过 { $what } 个，不像一份场景。
diagnostic-E0108 = 这里开始的引号没有结束。请补上半角的 " 。
diagnostic-E0109 = 从这里（第 { $byte } 字节）起不是 UTF-8 文字。请在编辑器里“另存为 UTF-8”，不要用 GBK 或 ANSI。
diagnostic-E0110 = 读不懂这里：{ $what }。请对照 docs/scenario-format.md 检查字段名、类型与逗号。
diagnostic-E0111 = 这里没有“{ $name }”这一栏。
diagnostic-E0112 = “{ $name }”不能写在这里。可以写：{ $known }。
diagnostic-E0113 = 少了“{ $name }”这一栏。
diagnostic-E0114 = “{ $name }”这一栏写了两遍。
diagnostic-E0115 = 这后面少一个半角逗号。
diagnostic-E0116 = 这里要写的是 { $what }。
diagnostic-E0117 = “{ $what }”不是数字。请写成完整的数，金额写成 "50000.00"。
diagnostic-E0118 = “{ $name }”不是日期。请写成 "2026-03-09" 的样子。
diagnostic-E0119 = “{ $name }”不是金额。请写成 "26000.00" 的样子。
diagnostic-W0120 = 这里有制表符。请换成空格，或者用 metaverse fmt。
diagnostic-E0121 = 文件开头有看不见的 BOM。请另存为“UTF-8（无 BOM）”。
diagnostic-E0122 = 引号外有一个全角空格。请换成半角空格。
diagnostic-E0123 = 这里开始的注释没有结束。请补上 */ 。
diagnostic-E0124 = 这张表里有两个“{ $name }”。
diagnostic-E0125 = 场景到此为止，后面不能再有内容。
diagnostic-E0201 = 文件的 format 是 { $what }，这个版本只读 1。请用同一版本的程序，或把 format 改为 1 后再检查。
diagnostic-E0202 = 名字“{ $name }”不能作 id：只用小写字母、数字和连字符。
diagnostic-E0203 = id“{ $name }”用了两次。请给其中一个换名字。
diagnostic-E0204 = 没有叫“{ $name }”的步骤。请检查 next 或条件里的步骤 id。
diagnostic-E0205 = 角色表 cast 里没有“{ $name }”。请在 cast 里加上，或改成已有的 id；旁白用 narrator。
diagnostic-E0206 = 小城里没有“{ $name }”这个地方。地点 id 见 docs/scenario-format.md。
diagnostic-E0207 = 花括号里的“{ $name }”没有定义：它不是 vary 里的变量、表单字段、Set 过的变量，也不是政策参数。
diagnostic-E0208 = 规则库里没有“{ $name }”。规则写在 assets/policy/rules.ron，每条只写一次。
diagnostic-E0209 = misconceptions 里没有“{ $name }”。请先在文件开头登记这个误区。
diagnostic-E0210 = events 里没有“{ $name }”。请检查 Schedule 或条件里的事件 id。
diagnostic-E0211 = 那一步没有“{ $name }”这个选项。
diagnostic-E0212 = 这一步里没有“{ $name }”。请检查 best、fits、bin、reason、order 里的 id。
diagnostic-E0213 = 没有叫“{ $name }”的结局。
diagnostic-E0214 = 政策表里没有“{ $name }”这项义务。义务写在 assets/policy 里。
diagnostic-E0215 = 没有叫“{ $name }”的材料(evidence)。
diagnostic-E0216 = 花括号没有成对：“{ $name }”。花括号只用来引用变量。
diagnostic-E0217 = 这段文字超过 { $most } 字，学员读不完。请拆开。
diagnostic-E0218 = 太多了：这里最多 { $most } 项。
diagnostic-E0219 = “{ $name }”没有可抽的：请检查 from、to 与 step。
diagnostic-E0220 = 前面没有抽过“{ $name }”。
diagnostic-E0221 = “{ $name }”没有写抽到“{ $value }”时是什么。
diagnostic-W0222 = “{ $name }”怎么抽都一样。
diagnostic-E0301 = 没有任何一步通向“{ $name }”。请检查 next，或删去这一步。
diagnostic-W0302 = 没有一个测试走到结局“{ $name }”。请加一个走到它的测试，否则谁也不知道它还能不能走到。
diagnostic-W0303 = 选项“{ $name }”的 when 永远不成立，没有人看得见它。
diagnostic-W0304 = “{ $name }”的这个条件怎么玩都成立。
diagnostic-W0305 = “{ $name }”的这个条件怎么玩都不成立。
diagnostic-E0306 = 从“{ $name }”起怎么走都绕回来，没有出口。
diagnostic-W0307 = 抽了“{ $name }”，却没有一处用到它。
diagnostic-W0308 = 走到这里时“{ $name }”还没有值。
diagnostic-W0309 = 每个结局都有条件，可能一个也不成立。请让最后一个不写 when。
diagnostic-W0310 = “{ $name }”前面有一个不写条件的结局，永远轮不到它。
diagnostic-W0311 = 没有一处用 Schedule 安排“{ $name }”，它不会来。
diagnostic-W0312 = “{ $name }”在角色表里，却没有说过一句话。
diagnostic-W0313 = 没有一个错误答案代表误解“{ $name }”。
diagnostic-E0314 = steps 是空的，没有什么可做。
diagnostic-W0315 = 选了“{ $name }”，内核不答应：{ $cause }。
diagnostic-E0401 = “{ $name }”没有最好的答案。请写 best，或给某个选项写 best_when。
diagnostic-E0402 = 评分项的权重合计为 { $sum }，应当是 100。
diagnostic-E0403 = 结果（Outcome）占 { $weight }，最多 20：打分要看决定，不看运气。
diagnostic-E0404 = 没有专家测试。请加一个 play: Expert、score: AtLeast(95) 的测试。
diagnostic-E0405 = 测试“{ $name }”（种子 { $seed }）没有通过：{ $cause }。
diagnostic-E0406 = 评分项 { $name } 有权重，却没有一步给它记分。请在某一步的 marks 里写上。
diagnostic-W0411 = 错误答案“{ $name }”没有写它代表的误区(misconception)。
diagnostic-W0412 = 错误答案“{ $name }”没有写原因(because)。学员会不知道错在哪里。
diagnostic-W0413 = 错误答案“{ $name }”没有写依据的规则(rule)。
diagnostic-W0414 = 规则“{ $name }”在 law_as_of 那天已经失效。请换成现行的规则。
diagnostic-W0415 = 规则“{ $name }”未经核实（标记 U），界面上会注明“教学参数”。
diagnostic-W0416 = 规则“{ $name }”在 law_as_of 那天还没有施行。请核对后更新 law_as_of。
diagnostic-W0417 = 老手也只有 { $score } 分（种子 { $seed }），满分没有人拿得到。
diagnostic-W0418 = 只错“{ $name }”这一次，其余全对，也只有 { $score } 分，及不了格。
diagnostic-W0421 = 只有 { $got } 个要做决定的步骤，一个好场景至少 { $least } 个。
diagnostic-W0422 = 只用了 { $got } 种活动，一个好场景至少 { $least } 种。
diagnostic-W0423 = 只有 { $got } 个结局，一个好场景至少 { $least } 个。
diagnostic-W0424 = 写的是 { $promised } 分钟，按文字和决定估计要 { $estimate } 分钟。请改 minutes，或增删内容。
diagnostic-W0425 = 测试里没有一条新手路。
diagnostic-W0426 = “{ $name }”给看依据记分，却没有可看的依据。
diagnostic-W0427 = 没有一个理由的 fits 里有最好的选项“{ $name }”。
diagnostic-W0428 = objectives 是空的。
diagnostic-W0501 = 没有“{ $name }”这个代码，这条允许不起作用。全部代码：metaverse explain --list
diagnostic-W0502 = { $name } 是错误，不能允许，只能改好。
diagnostic-W0503 = 允许 { $name } 没有写理由。请在代码后面写一句为什么。
diagnostic-W0504 = 这里没有 { $name } 可允许。请删去这条注释，或把它移到那一行上面。
diagnostic-E0601 = 金额“{ $name }”不大于零。
diagnostic-W0602 = “{ $name }”不是最好的，却得满分。
diagnostic-E0603 = 老手停在“{ $name }”走不下去（种子 { $seed }）。
diagnostic-near = 是不是“{ $near }”？

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
play-bins = 去处
play-reasons = 理由
play-why = 为什么？
play-before = 上次填的：{ $before }
play-score = 得分 { $score }
play-left = 离开了。没有走完的一局不会丢，只要加了 --save。
