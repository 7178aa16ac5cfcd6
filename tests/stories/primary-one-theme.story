# The head teacher of a small primary with a nursery class, for the leadership team:
# one theme of the key questions, one priority, and an evaluation of their own.

Coach: what is your school called?
You: St Ninian's Primary School
Coach: St Ninian's Primary School is primary
You: Early years and primary
You: HT
You: for the leadership team
You: half an hour, maybe 40 minutes
You: one theme
Coach: Which theme?
You: 1
Coach: 7 questions, then
You: green, all 11 of us have the same one page calendar since August and I ask about it at each
  PRD. Parents on the council said in October the dates made sense to them and we've stopped
  having bairns tested twice in the one week
Holds: kq01 green "all 11 of us have"

You: mostly aye. P1 to P7 all use the council tracker, ELC has its own wee profile and it disnae
  carry over
Coach: The tracker, then. Of all your stages, how many use the agreed codes just as
You: the tracker on Glow
Coach: When did somebody last go through the tracker with this in mind
You: in May, and it stops at P1: 24 children in the nursery class have no line in it
Coach: What's the next thing to do? Two suggestions, or yours.
You: nursery and P1 staff agree five things that carry over, by May
Holds: kq02 amber "mostly aye. P1 to P7" "nursery and P1 staff agree"

You: amber
Coach: What would you point to, on both sides?
You: Jotters and class visits are fine for writing. For listening and talking there's nothing
  written, teachers just know
Coach: If you drew ten entries, for how many could the teacher show two different
You: we don't know yet
Coach: What would close the gap? Pick one or tell me what you have in mind.
You: 2
Holds: kq04 amber "Jotters and class visits are" "Pick the curriculum area where"

You: Green. Attainment meetings three times a year, notes on the shared drive. 61 of 84 on track
  in writing in June, 68 now, and the P4 boys asked to keep the writing club going
Holds: kq06 green "Attainment meetings three times a"

You: red or amber
Coach: You name Red or amber. Which one is closer, today?
You: red
Coach: What do you see that makes it red?
You: We find out at parents' night. Three families told me in November they had been worried since
  September
Coach: Is there a note anywhere of what families said
You: it's in the parents' night notes
Coach: Where would you start? Here are two small beginnings, or tell me yours.
You: class teachers bring two names to the Monday check-in every fortnight
Holds: kq14 red "We find out at parents'" "class teachers bring two names"

You: amber - PEF pays for a PSA in P3, 9 of 14 bairns moved up a book band since August. Nothing
  yet for the EAL families who came in October
Coach: What would close the gap? Pick one or tell me what you have in mind.
You: meet the EAL service before Christmas and agree a start point for each child
Holds: kq15 amber "PEF pays for a PSA" "meet the EAL service before"

You: skip
Holds: kq17 skipped

Coach: Planning, tracking and monitoring: how it looks
You: change the sharing concerns one to green
Holds: kq17 green

You: carry on
Coach: What will you take on?
You: early warning
Coach: Priority 1 of 1
You: A child who starts to struggle is noticed within three weeks and gets help in class
You: A fortnightly check-in with two names a class, because families told us first last time
You: Depute head teacher
You: by Easter 2027
Coach: Thursday 25 March 2027
You: three families told us before we knew (November 2026)
You: none of the next ten concerns comes from home first
You: the check-in notes, counted in June 2027
Coach: Anything to add: working-time hours, PEF or other money, a review date
You: 6 hours of working time, review before the October break
Coach: Friday 8 October 2027
Coach: record your own evaluation
You: 2.3
Coach: your own evaluation of QI 2.3
You: good
Coach: QI 2.3, good
