### The page's own words.

product = Startup Metaverse
skip-to-content = Skip to content
nav-main = Main
nav-home = Home
nav-town = Town
nav-help = Help
title-home = Startup Metaverse
title-town = Town · Startup Metaverse
title-play = Scene · Startup Metaverse
title-debrief = Debrief · Startup Metaverse
title-help = Help · Startup Metaverse
close = Close
details = Details
understood = Understood
back-home = Back home
yuan = yuan

settings = Settings
set-language = Language
set-size = Text size
size-normal = Normal
size-large = Large
size-larger = Larger
set-motion = Motion
motion-auto = As the system
motion-on = On
motion-off = Off
set-world = Town in 3-D
world-auto = Automatic
world-on = On
world-off = Use the map

hero-line = Found a company on the bay of Qingdao and see it grow. The rules are real; the price is not.
hero-small = No account. Your progress stays on this device.
lead-first = Begin by registering a company
lead-continue = Continue: { $at }
lead-town = See the town
colophon = Rules and amounts follow the law and service guides in force in Qingdao in 2026; figures marked “for teaching” are set for practice. Do not rely on them for real affairs. Scenes are in Chinese.

going-on = Begun and finished
show-all = All { $count }
points = { $points } points
step-of = Step { $number } of { $of }
continue = Continue
look-back = Look back
export = Save as a file
forget = Delete
forget-sure = It cannot be brought back. Delete this play-through?

directory = Practise a scene
directory-waiting = Fetching the scenes…
english-lost = English could not be fetched. Check the network and choose it again · 英文没能取到，请检查网络后再选一次。
directory-faults = Some scenes could not be fetched. The others can be played; reload the page to try again.
objectives = Afterwards you can
minutes = About { $minutes } minutes
best = Best: { $points } points
best-none = No result yet
start-scene = Begin
own-scene = Your own file
variant = Choose a variant
variant-explained = The same number gives the same names, amounts and order: one for a whole class, or one for each.
seed = Variant number

open-file = Open a scene's file
open-file-explained = Pick a .ron scene you wrote, or drop it here. It is read on this device and sent nowhere.
pick-file = Pick a file
no-reader = The part of the program that reads scene files could not be fetched. Check the network and open the file again; scenes and saves you have are untouched.
file-unreadable = “{ $name }” cannot be read. A scene's file is UTF-8 text of at most 1 MiB.
file-faulty = “{ $name }” has { $count ->
    [one] one fault. Mend it and pick the file again:
   *[other] { $count } faults. Mend them and pick the file again:
 }
file-sound = “{ $title }” is ready to be played.
file-warnings = { $count ->
    [one] One warning
   *[other] { $count } warnings
 }
severity-error = Error
severity-warning = Warning
line-column = Line { $line }, column { $column }

transfer = Bring a save in
transfer-explained = Go on here with a file saved on another device. Nothing kept here is overwritten.
import = Import a save
go-on-from = { $count ->
    [0] Go on from the beginning
    [one] Go on after the first decision
   *[other] Go on after decision { $count }
 }

opening-scene = Setting the scene…
cannot-open = This play-through cannot be opened
scene-missing = There is no scene “{ $scene }” here. If it is a file of your own, open that file on the home page first.
scene-unreachable = The scene “{ $scene }” could not be fetched ({ $faults }). Check the network and reload.
save-gone = This play-through is no longer on this device; it may have been deleted.
save-unreadable = The record of this play-through is damaged. You can save it as it is and show it to the maintainers.
export-as-is = Save it as it is

saved-at = Saved { $time }
saved-nowhere = Kept only until the page is closed
saved-elsewhere = Another tab has gone further
elsewhere-explained = The same play-through went on in another tab. So that neither undoes the other, nothing more is saved here.
elsewhere-take = Take the other tab's
elsewhere-copy = Keep this one as a copy
storage-refused = The browser lets this page keep nothing. You can practise all the same; take your progress along with “Save as a file” before you leave.
world-drift = After decision { $decisions } the town and the page computed different things. The page is right; please send the report to the maintainers.
save-report = Save the report

undo = Take back
undone = The last answer was taken back.
attempt = Attempt { $attempt }
attempt-of = Attempt { $attempt } of { $tries }
on-the-table = Papers on the table
paper-unread = Not read
paper-spread = Open
paper-fold = Fold
ask-hint = Ask for a hint
hint = Hint
pick-one = Please choose
ask-reason = Why?
answer-choose = Decide
answer-form = Submit
answer-arrange = In this order
answer-classify = Sorted
answer-inspect = Done reading
form-foot = The counter examines it once submitted. Mistakes come back to be set right, and cost days.

arrange-how = Drag; or press one and then the place it goes; or use the arrows at the right. On the keyboard: Alt with ↑ ↓.
moved-to = { $item }, now place { $place } of { $of }
picked-up = Picked up: { $item }
move-up = Move up: { $item }
move-down = Move down: { $item }
classify-how = Drag into a tray, or press one and then “Put here”. On the keyboard: choose one and press the tray's number.
to-sort = To be sorted ({ $left })
put-here = Put here
put-here-in = Put into: { $bin }
put-into = { $item } → { $bin }
inspect-how = Press a clause that is wrong to mark it in red, then say what is wrong with it. Leave the sound ones.
clause-number = { $number }.
ask-flaw = What is wrong?
pick-reason = Choose a reason
marked-count = { $count ->
    [one] One clause marked
   *[other] { $count } clauses marked
 }

quality-right = Right
quality-fair = Defensible
quality-wrong = Wrong
brought-news = What came of it
brought-returned = Sent back
brought-licence = The licence is granted
news-feedback = On this step
news-helped = Somebody helped
news-company = At the company
letter-arrived = received
arrived = Received
stamp-returned = Returned
go-on = Go on
go-on-correct = Correct it
go-on-end = See how it ended
the-end = How it ended
to-debrief = To the debrief
play-again = Again, with another variant

company = Company
no-name-yet = No name yet
founded = Founded
not-founded = Being prepared
funds = Money to spend
founders-fund = Founders hold
bank = At the bank
duties = To be done
duties-none = Nothing just now.
duties-open = { $count } to do
days-left = { $days ->
    [0] due today
    [one] 1 day left
   *[other] { $days } days left
 }
duty-done = done
duty-missed = { $days ->
    [one] 1 day late
   *[other] { $days } days late
 }
folder = Folder
folder-none = Still empty.
look-at-licence = Look at the licence
books = Books
books-none = Nothing booked yet.
outlays = Paid before founding
accounts = Balances
account = Account
debit = Debit
credit = Credit
day = Day
purpose = For
amount = Amount
summary = Summary
voucher = Voucher
papers-read = Papers read
papers-none = None yet.
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday

licence-practice = For practice · no legal effect
seal-label = Seal of the registry (practice)
seal-authority = 创业元宇宙登记机关
seal-practice = 练习专用

teaching = for teaching
rule-in-force = In force since
rule-expires = Valid until
rule-mark = Source
mark-v = The statute's own text was read.
mark-p = An official notice, a government page or the press was read.
mark-r = Found in open sources that cite the official number; the text was not seen.
mark-k = Common knowledge, without a document.
mark-u = Looked for and not confirmed; a figure for teaching.
mark-d = A convention of this course, not law.

# ── activities ──
answer-voucher = Post it
answer-worksheet = All computed
answer-allocate = Divide it so
answer-hire = Decide so
answer-negotiate = Make this offer
answer-operate = Run this month
answer-pitch = Give the talk
answer-replies = All answered
dial-bounds = Between { $from } and { $to }.
account-how = Number, pinyin initials or name
account-list = Accounts
account-none = No such account
voucher-title = Journal voucher
voucher-summary = Summary
voucher-account = Account
voucher-debit = Debit
voucher-credit = Credit
voucher-account-of = Account on line { $line }
voucher-debit-of = Debit on line { $line }
voucher-credit-of = Credit on line { $line }
voucher-total = Total
voucher-add = Add a line
voucher-remove = Remove line { $line }
voucher-balanced = Debits equal credits
voucher-apart = Debits and credits differ by ¥{ $amount }
worksheet-how = Enter and the up and down arrows move between cells. Amounts go to the fen, as 1234.56; rates are written 12.5%.
worksheet-table = Worksheet
allocate-whole = ¥{ $amount } in all; all of it must be given out.
allocate-some = ¥{ $amount } in all; some may be kept back.
allocate-left = ¥{ $amount } left
allocate-over = ¥{ $amount } too much
allocate-share = { $percent }% of it
hire-post = The post: { $post }
hire-asks = Asks for ¥{ $amount } a month
hire-nobody-now = Hire nobody this time
hire-contract = Terms of the contract
negotiate-round = Round { $number }
negotiate-ours = Our side
negotiate-table = What { $with } has on the table
negotiate-accept = Take this offer
negotiate-leave = Leave the table
negotiate-offer = Our offer
negotiate-left = Offers left: { $count }. After that the table can only be taken or left.
operate-market = Market
operate-bank = Money at the bank
operate-stock = Units in stock
operate-left = Months left
operate-month = Plan for { $month }
operate-sales = Sales without tax
operate-profit = Profit before income tax
operate-table = The figures month by month
operate-col-month = Month
operate-col-customers = Customers
operate-col-sold = Sold
operate-col-no-hands = Lost: no hands
operate-col-no-stock = Lost: no stock
operate-col-bought = Bought
operate-col-stock = Stock at its end
pitch-how = { $seconds } seconds in all. Pick the cards to tell and put them in order; what does not fit stays off the stage.
pitch-cards = What can be told
pitch-talk = Order on stage
pitch-add = Tell this one
pitch-drop = Leave out “{ $item }”
pitch-seconds = { $seconds } s
pitch-used = { $used } of { $seconds } seconds used
pitch-told = Told just now: { $cards }
pitch-clock-start = Start the clock
pitch-clock-stop = Stop the clock

# Going on with a company.
began-afresh = That company is not what this scene begins with, so it starts anew with another one.
go-on-after = Bring the company from “{ $scene }”
onward = Go on with { $company }
onward-explained = Its books, its people and what it owes come along. The next scene begins on the day this one ended.
