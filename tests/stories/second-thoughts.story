# A head teacher of a primary with second thoughts: words taken back, colours given anew,
# questions back to the coach, and nothing that was left standing is lost.

Coach: what is your school called?
You: Birkhill Primary School
You: yes
You: head teacher
You: on my own
You: about ten minutes
You: whatever you suggest
Coach: 6 questions, then
Coach: 1 · Clear expectations

You: who sees this?
Coach: Only you, until you hand on the report
You: amber, all staff know the dates in our calendar
Coach: what would a rough figure be?
You: 9 of 14, when I asked in September
You: scratch that
Coach: Clear expectations, as it stands: amber, “all staff know the dates in our calendar”
You: 11 of 14, I asked again in October
Holds: kq01 amber "all staff know the dates" "11 of 14"
Coach: 11 of 14: where are the others
You: they are the three in Maths who started in August, the other 11 all signed the sheet in the office
Coach: That sounds stronger than amber
You: support staff have never been told
Coach: What would move it on?
You: go through the calendar with the new staff in January
Holds: kq01 amber "11 of 14" "go through the calendar"

Coach: 6 · On track or not
You: how many more questions?
Coach: 1 done, 5 to go
You: green, we don't have figures but each teacher knows their class
Coach: as a finding of its own
You: what was the question again?
You: skip
You: keep green
Holds: kq06 green "each teacher knows their class"

Coach: 15 · Support and equity
You: delete my note on 6
Coach: On track or not, as it stands: green
Holds: kq06 green
You: scrap the next step on 1
Coach: Out it comes: the next step
Holds: kq01 amber "11 of 14"
You: can you suggest a next step?
Coach: that other schools begin with
You: the second one
You: red
Holds: kq15 red "Have an adult they trust"
