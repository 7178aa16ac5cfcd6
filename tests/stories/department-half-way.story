# A principal teacher for a department, half-way through the key questions, with thin
# evidence: short answers, a change of mind, and a stop for the night.

You: Kelvinbank High School
You: secondary
You: PT Modern Languages
You: for a department
You: an hour
You: all of them
You: amber
Coach: What's in place, and what isn't yet?
You: folk mostly know
Coach: Where would a new teacher find these expectations written down, and who would
You: skip
Coach: What would move it on? Take one of these, or say your own.
You: skip
Holds: kq01 amber "folk mostly know"

You: green
Coach: What would you show a visitor who asked?
You: we all do the same
Coach: “all” is a strong word. What would the figure be, and out of how many?
You: that's all I have
Coach: If an inspector asked 'and what shows that?', what would you reach for? Green
You: keep it
Holds: kq02 green "we all do the same"

You: why do you ask?
Coach: An entry that rests on one test or on a feeling can send help to the wrong
You: 2
Coach: What would you point to, on both sides?
You: end of unit tests
Coach: If you drew ten entries, for how many could the teacher show two different
You: we don't know yet
Coach: What would close the gap? Pick one or tell me what you have in mind.
You: skip
Holds: kq04 amber "end of unit tests"

You: 3
Coach: Green, then. What is that built on?
You: yes we check
Coach: Where could you look right now to see who is behind, the tracking system, a
You: in our heads really
Coach: How many learners are below what you expect just now, and out of how many?
You: dinnae ken
Coach: You've said green, and what I have so far is a description more than evidence.
You: amber then
Coach: What would move it on? Take one of these, or say your own.
You: skip
Holds: kq06 amber "yes we check"

You: red
Coach: What do you see that makes it red?
You: it doesn't really. we notice when the prelim goes wrong
Coach: What does a warning look like here, a colour on the system, a list, a word at a meeting?
You: skip
Coach: Where would you start? Here are two small beginnings, or tell me yours.
You: 1
Holds: kq14 red "it doesn't really. we notice" "Look back at three learners"

You: not sure
Holds: kq15 unknown
