### 检查场景与命令行的用语。诊断：先说怎么了，再说怎么改。

diagnostic-E0101 = 文件有 { $what } 字节，场景文件最多 1 MiB。请拆分，或检查是不是选错了文件。
diagnostic-E0102 = 这里有看不见的控制字符或改变书写方向的字符（{ $what }）。请删去；从别处粘贴的文字常带着它。
diagnostic-E0103 = 引号之外出现了全角符号“{ $what }”。请换成半角 , : ; ( ) " 。
diagnostic-E0104 = 这个“{ $what }”没有与之配对的括号。请在该结束的地方补上。
diagnostic-E0105 = 这个“{ $what }”没有打开它的括号。请删去，或在前面补上。
diagnostic-E0106 = 括号嵌套超过 { $what } 层。请检查是不是漏了右括号。
diagnostic-E0107 = 括号与字符串超过 { $what } 个，不像一份场景。
diagnostic-E0108 = 这里开始的引号没有结束。请补上半角的 " 。
diagnostic-E0110 = 读不懂这里：{ $what }。请对照 docs/scenario-format.md 检查字段名、类型与逗号。
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
diagnostic-E0301 = 没有任何一步通向“{ $name }”。请检查 next，或删去这一步。
diagnostic-W0302 = 没有一个测试走到结局“{ $name }”。请加一个走到它的测试，否则谁也不知道它还能不能走到。
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
diagnostic-W0421 = 只有 { $got } 个要做决定的步骤，一个好场景至少 { $least } 个。
diagnostic-W0422 = 只用了 { $got } 种活动，一个好场景至少 { $least } 种。
diagnostic-W0423 = 只有 { $got } 个结局，一个好场景至少 { $least } 个。
diagnostic-W0424 = 写的是 { $promised } 分钟，按文字和决定估计要 { $estimate } 分钟。请改 minutes，或增删内容。

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
