# Makes one throw-away PostgreSQL cluster, says that it is ready, and stops it when nobody uses it any more.
#   sh -c "$(cat supervise.sh)" supervise BIN PORT STATE
# BIN    folder of initdb and pg_ctl
# PORT   free port on 127.0.0.1
# STATE  folder with users.lock, on which every user holds a shared lock, and the file `running`
# Writes `ready PID DATA` to stdout, or whatever went wrong.
set -eu
bin=$1 port=$2 state=$3
exec 2>&1

# Creating a database writes 300 files: 10 ms in memory, up to 200 ms on a busy disk. So memory it is, where
# there is plenty (in KiB) and nobody has said otherwise.
room=$(df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 { print $4 }')
memory=$(awk '/^MemAvailable:/ { print $2 }' /proc/meminfo)
base=/tmp
if [ -w /dev/shm ] && [ "${room:-0}" -gt 2000000 ] && [ "${memory:-0}" -gt 4000000 ]; then base=/dev/shm; fi
data=$(mktemp -d "${TMPDIR:-$base}/orientor-pg.XXXXXX")
data=$(cd "$data" && pwd -P)
as=
clean_up() {
    [ ! -e "$data/db/postmaster.pid" ] || $as "$bin/pg_ctl" --pgdata="$data/db" --mode=immediate --wait stop || true
    rm -rf "$data"
}
# Whoever started us may be gone before we are ready: writing to it then must not end us without cleaning up.
trap '' PIPE
trap 'exit 1' HUP INT TERM
trap clean_up EXIT
if [ "$(id -u)" = 0 ]; then
    # PostgreSQL refuses to run as root.
    user=postgres
    id "$user" >/dev/null 2>&1 || user=nobody
    as="setpriv --reuid=$user --regid=$(id -g "$user") --clear-groups"
    chown "$user" "$data"
fi
cd "$data"

# Nothing here survives, so nothing needs to reach the disk. Without autovacuum, no worker sits in a
# database that is about to be cloned or dropped.
$as "$bin/initdb" --pgdata=db --username=postgres --auth=trust --encoding=UTF8 --no-locale --no-sync >initdb.log ||
    { cat initdb.log; exit 1; }
cat >>db/postgresql.conf <<CONF
listen_addresses = '127.0.0.1'
port = $port
unix_socket_directories = ''
max_connections = 300
fsync = off
synchronous_commit = off
full_page_writes = off
wal_level = minimal
max_wal_senders = 0
autovacuum = off
jit = off
timezone = 'UTC'
CONF
$as "$bin/pg_ctl" --pgdata=db --log=db/server.log --wait start >start.log || { cat start.log db/server.log; exit 1; }

echo "ready $(head -n 1 db/postmaster.pid) $data"
exec >/dev/null 2>&1

# Opened only now, so that the server does not inherit it.
exec 9<>"$state/users.lock"
flock --exclusive 9
rm -f "$state/running"
