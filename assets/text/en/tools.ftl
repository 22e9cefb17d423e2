### Words of the checker and the command line. Diagnostics say what is wrong, then what to do.

diagnostic-E0101 = The file has { $what } bytes; a scene has at most 1 MiB. Split it, or check that it is the right file.
diagnostic-E0102 = An invisible control character, or one that turns the direction of writing ({ $what }). Delete it; pasted text often carries one.
diagnostic-E0103 = A full-width “{ $what }” outside quotes. Use the ASCII sign instead: , : ; ( ) " .
diagnostic-E0104 = This “{ $what }” is never closed. Add its partner where it should end.
diagnostic-E0105 = This “{ $what }” closes nothing. Delete it, or open it before.
diagnostic-E0106 = Brackets are nested more than { $what } deep. Look for one that was not closed.
diagnostic-E0107 = More than { $what } brackets and strings: this does not look like a scene.
diagnostic-E0108 = The quotation that begins here never ends. Add a plain " .
diagnostic-E0110 = This cannot be read: { $what }. Compare names, types and commas with docs/scenario-format.md.
diagnostic-E0201 = The file says format { $what }; this version reads 1. Use the same version, or set format to 1 and check again.
diagnostic-E0202 = “{ $name }” cannot be an id: only small letters, digits and hyphens.
diagnostic-E0203 = The id “{ $name }” is used twice. Rename one of them.
diagnostic-E0204 = There is no step “{ $name }”. Check next, or the step named in the condition.
diagnostic-E0205 = The cast has no “{ $name }”. Add the person, or use an id that is there; the narrator is narrator.
diagnostic-E0206 = The town has no place “{ $name }”. Their ids are in docs/scenario-format.md.
diagnostic-E0207 = “{ $name }” in braces is not defined: no variable of vary, no field of a form, nothing set, no figure of policy.
diagnostic-E0208 = There is no rule “{ $name }”. Rules stand once, in assets/policy/rules.ron.
diagnostic-E0209 = There is no misconception “{ $name }”. Enter it at the head of the file first.
diagnostic-E0210 = There is no event “{ $name }”. Check Schedule, or the event named in the condition.
diagnostic-E0211 = That step has no option “{ $name }”.
diagnostic-E0212 = This step has no “{ $name }”. Check the ids in best, fits, bin, reason, order.
diagnostic-E0213 = There is no ending “{ $name }”.
diagnostic-E0214 = The policy has no duty “{ $name }”. Duties stand in assets/policy.
diagnostic-E0215 = There is no evidence “{ $name }”.
diagnostic-E0216 = Braces that do not pair: “{ $name }”. They are only for references.
diagnostic-E0217 = This text has more than { $most } characters; nobody will read it through. Divide it.
diagnostic-E0218 = Too many: { $most } at most here.
diagnostic-E0301 = Nothing leads to “{ $name }”. Check next, or delete the step.
diagnostic-W0302 = No test reaches the ending “{ $name }”. Add one that does, or nobody knows whether it can still be reached.
diagnostic-E0401 = “{ $name }” has no best answer. Write best, or best_when for an option.
diagnostic-E0402 = The criteria's weights add up to { $sum }; they must make 100.
diagnostic-E0403 = Outcome weighs { $weight }; at most 20. Decisions are graded, not luck.
diagnostic-E0404 = There is no expert test. Add one with play: Expert and score: AtLeast(95).
diagnostic-E0405 = The test “{ $name }” fails (seed { $seed }): { $cause }.
diagnostic-E0406 = The criterion { $name } has a weight, and no step earns it. Add it to a step's marks.
diagnostic-W0411 = The wrong answer “{ $name }” names no misconception.
diagnostic-W0412 = The wrong answer “{ $name }” says no because. The trainee will not know what was wrong.
diagnostic-W0413 = The wrong answer “{ $name }” names no rule.
diagnostic-W0414 = The rule “{ $name }” had lapsed by law_as_of. Use the one in force.
diagnostic-W0415 = The rule “{ $name }” is not verified (mark U); the page will say that it is a teaching parameter.
diagnostic-W0416 = The rule “{ $name }” was not yet in force on law_as_of. Compare, then move law_as_of.
diagnostic-W0421 = Only { $got } steps with a decision; a good scene has { $least } or more.
diagnostic-W0422 = Only { $got } kinds of activity; a good scene has { $least } or more.
diagnostic-W0423 = Only { $got } endings; a good scene has { $least } or more.
diagnostic-W0424 = It says { $promised } minutes; by its text and decisions it takes { $estimate }. Change minutes, or the scene.

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
play-bins = Where they can go
play-reasons = Reasons
play-why = Why?
play-before = Last time: { $before }
play-score = Score { $score }
play-left = Left. An unfinished play is kept if you gave --save.
