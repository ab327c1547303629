language-question = How would you like me to write to you? Until you choose, I write the way you write to me.
language-chosen = From now on I will write to you in English. You can change this at any time: /jezik
command-jezik = Script and language
