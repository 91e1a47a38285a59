#!/bin/sh
# The one command of this project: ./run.sh serve | test | check | … (run.py says more).
cd "$(dirname "$0")" || exit 1
for python in ${PYTHON:-} python3.13 python3.12 python3.11 python3; do
  if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    exec "$python" run.py "$@"
  fi
done
echo "Python 3.11 or newer is needed; install it, or name one: PYTHON=/path/to/python ./run.sh" >&2
exit 2
