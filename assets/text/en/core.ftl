### What the core reports by key: answers that do not fit, faults of saves, the company's facts and documents, criteria, venues.

misfit-kind = This step asks for another kind of answer.
misfit-unknown = There is no such thing here.
misfit-no-reason = A reason is asked for as well.
misfit-empty = This is still empty.
misfit-too-long = At most { $most } characters fit here.
misfit-amount = An amount in yuan is asked for, such as 1000000.00.
misfit-date = A date is asked for, such as 2026-03-15.
misfit-incomplete = Each thing needs a place, and only one.
misfit-account = The chart of accounts has no such account.
misfit-one-side = Each line takes one amount, either debit or credit.
misfit-lines = A voucher has at least two lines and at most { $most }.
misfit-unbalanced = Debits and credits differ: { $debits } against { $credits }.
misfit-count = A whole number is asked for.
misfit-percent = A percentage is asked for, such as 12.5%.
misfit-outside = Between { $least } and { $most }.
misfit-over-budget = { $spent } yuan are given out; there are { $budget }.
misfit-left-over = { $left } yuan are still to be given out.
misfit-too-slow = This takes { $seconds } seconds; there are { $most }.
misfit-no-offers-left = No offers are left; take what is on the table or leave.

sequel-unfinished = The scene “{ $scene }” is not finished, so none can follow it.
sequel-begins = The scene “{ $scene }” begins anew and does not continue another.
sequel-too-long = At most { $most } scenes can go before one.
term-unknown = “{ $text }” has no value at this moment.
term-brace = A brace without its partner.
term-amount = “{ $text }” is not an amount.
term-date = “{ $text }” is not a date.
term-rate = “{ $text }” is not a rate.
refused-reckon = A figure that is needed here cannot be reckoned now.
refused-too-late = A scene lasts ten years at most; no more days can go by.
refused-too-much = Too much would arrive in one month; 64 events at most.
refused-closed = This play-through has ended.
refused-evidence = This paper is open already, or is not here.
refused-hint = There is no hint to ask for here.
refused-no-help = There are no hints in assessed play.
refused-undo = Nothing is taken back in assessed play: the first answer counts.
refused-nothing-to-undo = There is no decision to take back yet.

inspect-sound = Nothing is wrong with this one; it needs no mark.
inspect-clean = There is nothing wrong with this document, and you marked nothing.
answer-faultless = All of it is right.
voucher-extra = This line does not belong to this entry.
company-unnamed = The company without a name

save-not-a-save = This is not a whole save: it cannot be read from line { $line }, column { $column } on. Export it once more; your file has not been changed.
save-too-long = The file has { $bytes } bytes, more than any save, and was not read. Is it the right file?
save-other-format = The save has format { $format }, which this version cannot read. Open it with the version that wrote it.
save-earlier-broken = The scene “{ $scene }” before this one no longer leads to the company of this save.
save-other-seed = The seed of this save does not follow from its ticket and learner, so the play does not count as assessed.
save-unknown-scene = The save is of the scene “{ $scene }”, which is not here. Open that scene's file first, then bring the save in.
save-scene-changed = The scene has changed since this was saved. { $decisions ->
    [one] The first decision still holds
   *[other] The first { $decisions } decisions still hold
 }; you can go on from there.
save-policy-changed = The figures of policy have changed since this was saved. { $decisions ->
    [one] The first decision still holds
   *[other] The first { $decisions } decisions still hold
 }; you can go on from there.
save-broken-at = From decision { $decision } on, the save departs from what happened; it may have been edited. What came before is sound, and you can go on from there.

fact-form = Legal form
fact-founded = Founded
fact-code = Unified social credit code
fact-name-reserved-until = Name reserved until
fact-capital = Registered capital
fact-paid-in-by = To be paid in by
fact-fines = Fines paid

licence-name = Name
licence-code = Unified social credit code
licence-form = Legal form
licence-capital = Registered capital
licence-founded = Founded
licence-scope = Scope of business
licence-representative = Legal representative
licence-premises = Domicile

document-business-licence = Business licence
document-name-reservation = Notice of name reservation
document-licence = Licence or filing
document-title = Name
document-since = Granted on

criterion-compliance = Compliance
criterion-evidence = Evidence
criterion-finance = Finance
criterion-process = Process
criterion-judgement = Judgement
criterion-outcome = Outcome

venue-startup-centre = Startup centre
venue-cafe = Café
venue-service-hall = Government service hall
venue-one-stop = One-stop window
venue-incubator = Incubator
venue-talent-market = Talent market
venue-university = University
venue-finance-office = Finance office
venue-tax-hall = Tax service hall
venue-port-warehouse = Port warehouse
venue-shopping-street = Shopping street
venue-law-firm = Law firm
venue-loan-station = Startup loan station
venue-roadshow-centre = Roadshow centre
venue-investor = Investor
venue-investment-office = Investment office
venue-institute = Research institute
venue-park-committee = Park committee
defect-ends-before-begin = The last day lies before the first.
defect-probation-not-allowed = A contract of this kind may have no probation.
defect-probation-too-long = Probation is too long; it may last to { $limit } at the latest.
defect-probation-is-contract = Probation covers the whole contract; in law it is the contract.
defect-probation-twice = The same person has probation once.
defect-probation-pays-too-little = Probation pays too little; at least { $limit } yuan.
defect-below-minimum-wage = The wage is below the minimum of { $limit } yuan.
defect-part-time-hours = Too many hours for part-time work.
defect-part-time-settlement = Part-time wages are settled too seldom.
defect-non-compete-without-secrets = Competition is forbidden to somebody who knows no secrets.
defect-non-compete-too-long = Competition is forbidden for too long; { $limit } months at most.
defect-non-compete-unpaid = Nothing is paid for not competing.
defect-service-damages-too-high = Damages exceed the { $limit } yuan that the training cost.
defect-damages-forbidden = The law knows no such damages.
defect-papers-kept = Papers may not be kept.
defect-deposit-taken = No deposit may be taken.
defect-social-insurance-waived = Social insurance cannot be given up.
hire-declined = { $name } declined; { $asks } yuan was asked for.
hire-nobody = The post stays empty.
refusal-mid-month = A month of trade begins on its first day, once the one before is over.
refusal-month = The month does not run: { $cause }.
event-month-traded = The month from { $month }: { $sold } sold, sales { $sales }, profit { $profit }.
event-month-insolvent = The month from { $month }: { $sold } sold, profit { $profit }. Dues remained unpaid at its end.
event-hired = { $name } is hired from { $first } for { $wage } yuan a month.
