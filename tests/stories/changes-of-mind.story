# Going back, amending, asking the coach, leaving things out, stopping and coming back:
# nothing said later is ever lost.

Coach: what is your school called?
You: Àrd-sgoil a' Chladaich
You: secondary
You: back
Coach: Which stages does Àrd-sgoil a' Chladaich cover
You: all-through
You: Depute head teacher
You: skip
You: about ten minutes
Coach: a ten-minute selection
You: the quick one
Coach: 1 · Clear expectations

You: why do you ask?
You: what would excellent look like?
Coach: what excellent looks like
You: amber
You: skip
You: skip
Holds: kq01 amber

You: red or amber
Coach: Red or amber: which is nearer
You: red
You: the tracker is a paper list in P6 and P7, nobody has looked at it since May
You: skip
You: skip
Holds: kq06 red "paper list"

You: back
Coach: 6 · On track or not
You: leave it
Coach: 15 · Support and equity
You: change 1 to green
Coach: Clear expectations
Holds: kq01 green
You: pause
Coach: we'll go on from here
(a new sitting)

Coach: 2 of 6
Coach: 15 · Support and equity
You: n/a
Holds: kq15 not_applicable
You: what have I said so far?
Coach: 1 red and 1 green
You: change the support and equity one
You: amber, the nurture group in P1 has 6 children and 5 of them now manage a full morning
You: skip
You: skip
You: skip
Holds: kq15 amber "nurture group in P1"
