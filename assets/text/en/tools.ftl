### The words of the command line. The page does not carry them.

explain-cause = Why
explain-cure = What to do
explain-raises = The sample scene has the problem when it is changed so:
explain-spares = It has not when it is changed so:
explain-more = More examples are in docs/diagnostics.md; metaverse new writes the sample scene.
explain-unknown = There is no code “{ $code }”. All codes: metaverse explain --list
explain-unknown-near = There is no code “{ $code }”. Did you mean { $near }? All codes: metaverse explain --list
explain-nothing = Which code? As in metaverse explain E0103; all codes: metaverse explain --list
grade-error = error: mend it before it can be played
grade-warning = warning: it can be played, and teaches worse than it could
grade-certain = certain
grade-likely = likely, unless you meant it
grade-rough = a rule of thumb or an estimate

check-summary = { $files } files checked: { $errors } errors, { $warnings } warnings.
check-nothing = There is no .ron scene in { $places }; nothing was checked.
check-allowed = Another { $count } warnings are allowed by the files themselves.
check-known = Another { $count } were in the earlier report already.
baseline-unread = --baseline { $file } cannot be read: { $cause }. It should be what metaverse check --format json printed.
file-unread = { $file } cannot be opened: { $cause }
file-not-utf8 = { $file } is not UTF-8 text (from byte { $byte } on). Save it as UTF-8 in the editor, not as GBK.
file-unwritten = { $file } cannot be written: { $cause }. Nothing is lost; save it elsewhere.
new-written =
    { $file } is written.
    Next: metaverse check { $file }, then metaverse play { $file }.
    Change it as you like: the id is the file's name; check it again afterwards.
new-exists = { $file } is there already and was left alone. Choose another name.
new-unwritten = { $file } cannot be written: { $cause }.
new-bad-id = “{ $name }” cannot be a name: only small letters, digits and hyphens, such as first-lease.
verify-valid = Valid. { $scene }, { $decisions } decisions, { $score } points.
verify-unfinished = Valid, not finished. { $scene }, { $decisions } decisions, { $score } points so far.

play-keys-short = type a number to answer · e1 read · ? hint · c company · u undo · h help · q leave
play-keys =
    number   choose it; to order or sort, numbers with blanks between them
    3=2      in a document: clause 3 is wrong, for reason 2; 0 where nothing is
    Enter    in a form: field by field; an empty line keeps what stood there
    e1 e2    read something (it is noted that you did)
    ?        ask for a hint
    c        the company: duties, papers, books
    u        take the last decision back
    q        leave (with --save FILE you can go on another time)
play-funds = { $funds } yuan to spend
play-hint = Hint
play-returned = ✗ It was sent back
play-not-understood = Not understood. Type a number, or h for help.
play-prompt-choose = Which one?
play-prompt-form = Enter to begin
play-prompt-arrange = Numbers, first to last:
play-prompt-classify = Where each one goes, in order:
play-prompt-inspect = Which clauses are wrong?
play-prompt-last-word = a accepts what is on the table, l leaves:
play-prompt-negotiate = Enter makes an offer, a accepts what is on the table, l leaves:
play-prompt-pitch = Numbers of the cards you tell, first to last:
play-ask-summary = Summary:
play-ask-lines = A line each: d or c, the account by number, name or initials, the amount. An empty line ends it. Such as: d 560203 300
play-accounts-found = { $count } accounts fit; say more.
play-ask-cell = { $row } · { $column }:
play-ask-share = { $line }, yuan (empty for none):
play-ask-dial = { $label } ({ $from } to { $to }, Enter keeps { $now }):
play-ask-candidate = Whom do you hire?
play-ask-candidate-or-none = Whom do you hire? 0 for nobody:
play-offers-left = { $left } offers left
play-budget = { $budget } yuan in all
play-month-next = { $market } · next is { $month }, { $left } months left · { $bank } yuan at the bank · { $stock } in stock
play-month-ran = { $month }: { $customers } came, { $sold } sold, { $unserved } not served, { $soldout } sold out, { $stock } in stock; sales { $sales }, profit { $profit }, bank { $bank }
play-seconds = { $seconds } seconds in all
play-round = We: { $ours } → they: { $theirs }
play-table = On the table: { $offer }
play-bins = Where they can go
play-reasons = Reasons
play-why = Why?
play-before = Last time: { $before }
play-score = Score { $score }
play-left = Left. An unfinished play is kept if you gave --save.

explore-heading = { $title }: played { $plays } times; the search met { $states } different states.
explore-left-out = { " " }There were too many ways; { $ways } were left out.
explore-coverage = What was met
explore-bots = Scores of six ways to play (0 to 100, a bar for five points)
explore-bot = { $least } · { $middle } · { $most } points (least, middle, most), some { $minutes } minutes, { $days } days went by
explore-time = It promises { $promised } minutes; by what was read and answered it takes { $least } to { $most }.
explore-missed = not met: { $names }
explore-missed-count = { $count } not met
explore-dominated = Options nobody has a reason to take (no gain in score, money or time):
explore-dominated-one = { $step }: { $option }, nowhere better than { $other }
explore-no-failures = Every play-through came to an ending.
explore-failures = Ways that break off, shortened; the command plays each again:
explore-failures-title = Ways that break off
explore-options = Every option
explore-options-note = Everything else is the expert’s; only this answer differs. “Nowhere better” means that for every learner neither score nor money left nor days are better than with the other. A wrong answer that is nowhere better tempts nobody and trains nothing.
explore-step = Step
explore-option = Option
explore-scores = Score
explore-dominated-by = Nowhere better than
coverage-steps = Steps
coverage-options = Options
coverage-conditions = Conditions both ways
coverage-feedback = Feedback
coverage-misconceptions = Misconceptions
coverage-events = Events
coverage-endings = Endings
bot-expert = expert
bot-cautious = cautious
bot-greedy = greedy
bot-least-used = least-used
bot-uniform = uniform
bot-novice = novice
failure-refused = Stops at { $step }: { $cause }
failure-no-ending = It closes and no ending holds.
failure-endless = It goes round and round at { $step }.
replay-unread = --replay cannot be read: { $cause }. Copy the command from the report.
replay-ended = Ending { $ending }, { $score } points.
merge-nothing = There is no part to merge, or it is of another version.
merge-other = The parts are not of one sweep: scene, policy, plan or number of parts differ.
merge-twice = Part { $part } is there twice.
merge-missing = Part { $part } is missing.
merge-no-part = { $file } is not what explore --shard wrote: { $cause }
merge-other-scene = { $file } is of another scene or policy.
file-not-written = { $file } cannot be written: { $cause }.
graph-start = start
graph-end = end
fmt-changed = Laid out { $file }.
fmt-would = { $file } is not laid out.
fmt-done = { $files } files looked at, { $changed } changed.
fmt-broken = { $file } has brackets or quotation marks that do not pair; it was left alone. See metaverse check.
i18n-written = Wrote { $file }: { $texts } texts, { $kept } kept from before, { $open } to translate.
i18n-missing = { $key }: missing from the overlay
i18n-extra = { $key }: no longer in the scene
i18n-stale = { $key }: the original has changed since
i18n-open = { $key }: not translated yet
i18n-references = { $key }: references differ from the original ({ $names })
i18n-well = { $file }: all { $texts } texts are translated and match.
i18n-unread = { $file } is no overlay: { $cause }
