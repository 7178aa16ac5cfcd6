# A depute head teacher at a secondary, alone, with an hour: all nineteen questions,
# a plan with two priorities, and no grade.

Coach: what is your school called?
You: Lochside Academy
Coach: I take it that Lochside Academy is secondary
You: yes
You: depute head teacher
You: on my own
You: an hour
Coach: I'd suggest: all 19 key questions
You: 1
Coach: 1 · Clear expectations

You: Amber. The tracking calendar is in the staff handbook and 38 of 45 teachers could say the
  next date when I asked in September, but two of the seven faculties still work to dates of
  their own. Pupils in S2 had reports three weeks apart because of it. Next step: one page of
  dates and codes, gone through at the October in-service day
Coach: Clear expectations
Holds: kq01 amber "38 of 45" "one page of dates and codes"

Coach: 2 · One shared approach
You: red
Coach: What do you see that makes it red?
You: Maths and Sciences track in percentages, English in levels, and PE on paper. When 2B's timetable changed in
  June nobody could read the old entries, so 11 pupils sat the wrong assessment in August
You: Let the two faculties whose figures differ most swap entries and explain them to each other
Holds: kq02 red "11 pupils sat the wrong assessment" "swap entries"

Coach: 4 · Evidence of learning
You: partly I'd say. Most entries rest on an end of unit test. English and Art keep more than that
Holds: kq04 amber "end of unit test"
You: In about 4 of 10 entries when I drew them out of a hat in May
You: skip
You: Find one subject where the entry hangs on a single end-of-term test and add a spoken or observed task before the next one.

Coach: 6 · On track or not
You: green - every year group is looked at in October, January and May on SEEMiS, 212 of 230 S3 pupils are on track against
  their targets, and of the 31 who were behind in January 19 had caught up by May. S4 pupils told us in the June focus
  group that the January talk was when they changed something
Holds: kq06 green "19 had caught up by May"

Coach: 14 · Early warning
You: no bad. Guidance get a weekly list from SEEMiS and last session it picked up 26 S1-S3 pupils within two weeks, attendance and
  progress together. 17 of them were back on track by Easter
Holds: kq14 green "17 of them were back on track by Easter"

Coach: 15 · Support and equity
You: what counts as evidence?
Coach: What would count as evidence
You: amber, SIMD 1-2 pupils in S3 are 14 points behind the rest for literacy in the ACEL data (June), it was 17 the year before. The PEF
  group works for those in it, the pupils say they read more. Nobody checks who is waiting
You: start a waiting list that the support for learning team reads every Monday
Holds: kq15 amber "14 points behind" "waiting list"

Coach: 17 · Sharing concerns
You: green. 58 concerns were raised through the pastoral form last term by 33 of 45 staff, each had an answer within five days, and 22 pupils
  got something extra in class that week. Teachers said in the November survey that they hear back now
Holds: kq17 green

Coach: Planning, tracking and monitoring: how it looks
Coach: Anything you'd change there before we go on?
You: change 14 to amber
Holds: kq14 amber
You: carry on

Coach: 3 · Tracking meetings
You: Amber. Faculty meetings every term, minutes on the shared drive. Of 40 actions at the last two rounds 23 were done by the date. For S4 maths
  it moved seven pupils to the right course; elsewhere you can't tell what changed for anyone
You: open each meeting with last time's actions
Holds: kq03 amber "Of 40 actions"

Coach: 5 · Manageable for staff
You: Red, the staff survey in May (41 replies of 45) says six hours a round and most of it copied twice. It takes time out of
  preparing lessons and pupils get marking back late
You: stop the second spreadsheet in S1 to S3 from January
Holds: kq05 red "41 replies of 45" "stop the second spreadsheet"

Coach: 7 · Curriculum breadth
You: not sure
Holds: kq07 unknown
Coach: 8 · Senior phase progress
You: Green. Working grades against targets in SEEMiS four times a year, S4-S6. 9 of 12 pupils flagged in November passed at the level they
  were presented for; students said in the leavers' survey they always knew where they stood
Holds: kq08 green

Coach: 9 · Standardised assessment
You: It's patchy. S3 SNSA is looked at by English and maths and then it's filed
You: we don't know yet
You: skip
Holds: kq09 amber "S3 SNSA"

Coach: 10 · Recorded on the system
You: green, 97% of S1-S6 entries complete at the October deadline in SEEMiS, up from 81% last year; new teachers say they can pick up a class from
  it, and two pupils who moved to us in September had support on day one because of what was there
Holds: kq10 green

Coach: 11 · Individual targets
You: amber
You: Targets set in S4-S6, not in S1-S3
You: 220 of 640 pupils have one
You: six S2 pupils I asked last week couldnt tell me theirs
You: a target for every S3 pupil in English and maths by Christmas
Holds: kq11 amber "220 of 640"

Coach: 12 · Folio of work
You: not applicable
Holds: kq12 not_applicable

Coach: 13 · Moderation
You: amber or red
You: amber
You: English, Maths and Modern Languages meet in November and March and moderate BGE writing with the cluster; 11 of 14 departments have never
  changed a level after talking. In English four S3 pupils' levels were changed, and their next unit with it
You: two departments a term bring five pieces each
Holds: kq13 amber "four S3 pupils' levels"

Coach: 16 · Measured interventions
You: 2
You: Reading group for S1: 14 of 20 gained a year on the reading test between August and March, and asked to go on. Other groups have no start figure
You: a start and an end figure for each group
Holds: kq16 amber "14 of 20"

Coach: 18 · Reports to families
You: Green: two reports a year through SEEMiS for S1-S6, 71% of families opened the last one in March against 52% before, parents told the parent council
  they now know what to ask, and homework club numbers in S2 doubled after
Holds: kq18 green

Coach: 19 · Patterns and trends
You: amber, five-year charts from the depute every August for S4-S6 exams, nothing for the BGE. National 5 maths went from 61% to 68% over three
  years after we changed setting
You: put three years of ACEL for S3 on one page
Holds: kq19 amber "three years"

Coach: Analysis and evaluation of intelligence and data: how it looks
You: carry on
Coach: What will you take on?
You: kq05 and kq11
Coach: Let's make each into a line of your plan
Coach: Priority 1 of 2
You: Pupils get feedback within a week, because teachers have the time
You: Stop the second spreadsheet and let the office fill in what SEEMiS knows, because six hours a round is copying
You: Depute head teacher (learning and teaching)
You: by Easter 2027
You: six hours a round, 41 replies in May 2026
You: three hours a round or less
You: the same survey, May 2027
Coach: Priority 2 of 2
You: Every S3 learner can say what they are working on
You: A target for every S3 pupil in English and maths, talked over twice a term
You: Principal teachers of English and maths
You: end of term 2
You: six S2 pupils could not say theirs; 220 of 640 have one
You: improved targets
Coach: would be hard to check
You: 160 of 160 in S3 have one and five of six can say it
You: SEEMiS in January and the same six questions to pupils
Coach: record your own evaluation
You: no thanks
Coach: it's all saved
