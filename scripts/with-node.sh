#!/bin/sh
# Runs a command of package.json once it is sure that the Node npm put into node_modules runs here; where it does not, says
# in plain words what to do. Needs nothing but the shell, and says nothing where all is well.
found=$(node --version 2>&1) && case $found in v2[6-9].* | v[3-9][0-9].*) exec "$@" ;; esac

case $found in
*libatomic.so.1*) cat <<'TEXT' ;;
Node 26, which npm brings along, needs the system's library libatomic.so.1, and it is not installed here. Install it as
root and run the same command again:

  apt-get install libatomic1     on Debian and Ubuntu
  dnf install libatomic          on Fedora and its relatives
TEXT
v[0-9]*) cat <<TEXT ;;
This program runs on Node 26 and found $found. Node 26 comes with «npm ci», unless npm is kept from running install
scripts (--ignore-scripts). Run «npm ci», then the same command again.
TEXT
*) cat <<TEXT ;;
Node 26, which npm brings along, does not start here:

  $found

It needs Linux with glibc 2.28 or newer, or macOS. Elsewhere, in Alpine Linux say, put another Node 26 in its place.
TEXT
esac >&2
exit 1
