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
  next date when I asked in September, but two of the seven faculties still work to dates of their
  own. Pupils in S2 had reports three weeks apart because of it. Next step: one page of dates and
  codes, gone through at the February in-service day
Holds: kq01 amber "The tracking calendar is in" "one page of dates and"

You: red
Coach: What tells you it isn't there yet?
You: Maths and Sciences track in percentages, English in levels, and PE on paper. When 2B changed
  timetable in June nobody could read the old entries, so 11 pupils sat the wrong assessment in
  August
Coach: Where would you start? Here are two small beginnings, or tell me yours.
You: two faculties swap entries and explain them to each other, maths and English first
Holds: kq02 red "Maths and Sciences track in" "two faculties swap entries and"

You: Partly. Most entries rest on an end of unit test. English and Art keep more than that
Coach: If you drew ten entries, for how many could the teacher show two different kinds
You: Their jotters and the unit folders
Coach: When did somebody last go through the jotters with this in mind
You: skip
Coach: What would close the gap? Pick one or tell me what you have in mind.
You: 1
Holds: kq04 amber "Partly. Most entries rest on" "Draw five entries a term"

You: green - every year group is looked at in October, January and May on SEEMiS, 212 of 230 S3
  pupils are on track against their targets, and of the 31 who were behind in January 19 had
  caught up by May. S4 pupils told us in the June focus group that the January talk was when they
  changed something
Holds: kq06 green "every year group is looked"

You: Green I think. Guidance get a weekly list from SEEMiS and last session it picked up 26 pupils
  in S1-S3 within two weeks, attendance and progress together. 17 of them were back on track by
  Easter
Holds: kq14 green "Guidance get a weekly list"

You: what counts as evidence?
You: amber, SIMD 1-2 pupils in S3 are 14 points behind the rest for literacy in the ACEL data
  (June), it was 17 the year before. The PEF group works for those in it, the pupils say they read
  more. Nobody checks who is waiting
Coach: What would close the gap? Pick one or tell me what you have in mind.
You: start a waiting list that the support for learning team reads every Monday
Holds: kq15 amber "SIMD 1-2 pupils in S3" "start a waiting list that"

You: green. 58 concerns were raised through the pastoral form last term by 33 of 45 staff, each
  had an answer within five days, and 22 pupils got something extra in class that week. Teachers
  said in the October survey that they hear back now
Holds: kq17 green "58 concerns were raised through"

Coach: Planning, tracking and monitoring: how it looks
You: change 14 to amber
Holds: kq14 amber "Guidance get a weekly list"

You: carry on
You: Amber. Faculty meetings every term, minutes on the shared drive. Of 40 actions at the last
  two rounds 23 were done by the date. For S4 maths it moved seven pupils to the right course;
  elsewhere you can't tell what changed for anyone
Coach: What's the next thing to do? Two suggestions, or yours.
You: open each meeting with the actions of the last one
Holds: kq03 amber "Faculty meetings every term, minutes" "open each meeting with the"

You: Red, the staff survey in May (41 replies of 45) says six hours a round and most of it copied
  twice. It takes time out of preparing lessons and pupils get marking back late
Coach: For which staff is the load heaviest, those with many classes, part-timers, a
You: skip
Coach: What could be different by the end of term? Two ideas, if they help.
You: stop the second spreadsheet for S1 to S3 from January
Holds: kq05 red "the staff survey in May" "stop the second spreadsheet for"

You: not sure
Holds: kq07 unknown

You: Green. Working grades against targets in SEEMiS four times a year, S4-S6. 9 of 12 pupils
  flagged in November passed at the level they were presented for; students said in the leavers'
  survey they always knew where they stood
Holds: kq08 green "Working grades against targets in"

You: It's patchy. S3 SNSA is looked at by English and maths and then it's filed
Coach: For how many learners did result and judgement differ, out of how many assessed?
You: we don't know yet
Coach: What would close the gap? Pick one or tell me what you have in mind.
You: skip
Holds: kq09 amber "It's patchy. S3 SNSA is"

You: green, 97% of S1-S6 entries complete at the October deadline in SEEMiS, up from 81% last
  year; new teachers say they can pick up a class from it, and two pupils who moved to us in
  September had support on day one because of what was there
Holds: kq10 green "97% of S1-S6 entries complete"

You: amber
Coach: Amber, then. What is working, and where does it stop?
You: Targets set in S4-S6, not in S1-S3
Coach: Whose record would you show me to see both their standing for the stage and
You: on the tracker, 40 of 230 in S3 have one
Coach: What's the next thing to do? Two suggestions, or yours.
You: a target for every S3 pupil in English and maths by Christmas
Holds: kq11 amber "Targets set in S4-S6, not" "a target for every S3"

You: skip
Holds: kq12 skipped

You: amber or red
Coach: Red or amber: which is nearer to how it is now?
You: amber
Coach: What's in place, and what isn't yet?
You: English, Maths and Modern Languages meet in November and March and moderate BGE writing with
  the cluster; 11 of 14 departments have never changed a level after talking. In English four S3
  pupils' levels were changed, and their next unit with it
Coach: What would move it on? Take one of these, or say your own.
You: two departments a term bring five pieces each
Holds: kq13 amber "English, Maths and Modern Languages" "two departments a term bring"

You: 2
Coach: How do you know it's part of the way there?
You: Reading group for S1: 14 of 20 gained a year on the reading test between August and March,
  and asked to go on. Other groups have no start figure
Coach: What's the next thing to do? Two suggestions, or yours.
You: a start and an end figure for each group
Holds: kq16 amber "Reading group for S1: 14" "a start and an end"

You: Green: two reports a year through SEEMiS for S1-S6, 71% of families opened the last one in
  March against 52% before, parents told the parent council they now know what to ask, and
  homework club numbers in S2 doubled after
Holds: kq18 green "two reports a year through"

You: amber, five-year charts from the depute every August for S4-S6 exams, nothing for the BGE.
  National 5 maths went from 61% to 68% over three years after we changed setting
Coach: What would move it on? Take one of these, or say your own.
You: put three years of ACEL for S3 on one page
Holds: kq19 amber "five-year charts from the depute" "put three years of ACEL"

Coach: Analysis and evaluation of intelligence and data: how it looks
You: carry on
Coach: What will you take on?
You: kq05 and kq11
Coach: make each into a line of your plan
Coach: Priority 1 of 2
You: Pupils get feedback within a week, because teachers have the time
You: Stop the second spreadsheet and let the office fill in what SEEMiS knows, because six hours a
  round is mostly copying
You: Depute head teacher (learning and teaching)
You: by Easter 2027
You: six hours a round (staff survey, May 2026, 41 replies)
You: three hours a round or less
You: the same survey, May 2027
You: nothing to add
Coach: Priority 2 of 2
You: Every S3 learner can say what they are working on and why
You: A target for every S3 pupil in English and maths, talked over twice a term
You: Principal teachers of English and maths
You: end of tem 2
Coach: Tuesday 22 December 2026
You: no, end of term 3
Coach: Thursday 25 March 2027
You: 40 of 230 in S3 have a target; six pupils I asked could not say theirs
You: improved targets
Coach: would be hard to check
You: 230 of 230 in S3 have one, and five of six can say it
You: SEEMiS in January, and the same six questions to pupils
You: nothing to add
Coach: record your own evaluation
You: no thanks
Coach: it's all saved
