title = Material
find = Title
count = Sources: { $count }
none = There is no source with that title.
how = A document that you send to the bot in the chat becomes a new source; before that you see what was read of it.
text = What it says
withdraw = Take out of use
withdraw-says = Answers will not cite this source any more. It can be used again later.
withdraw-yes = Yes, take it out
done-before = That was done already. This is how it is now.
bring-back = Use version { $number } again
quoted = What answers quote from this source
quoted-times = { $count ->
    [one] quoted { $count } time
   *[other] quoted { $count } times
  }
quoted-disliked = of these, did not help: { $count }
compare = What changed
compare-show = Compare
compare-none = There is no difference between these two versions.
compare-count = Changed: { $count }. The same: { $same }.
version = Version { $number }
side-before = Before
side-after = After
change-gone = left out
change-added = added
change-changed = changed
no-heading = Without a heading
