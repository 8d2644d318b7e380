"""Signs somebody in, and somebody else as soon as that person has erased their account; notes what was answered."""

import atexit
import json
import os
import threading
import zlib

import requests
import schemathesis
from schemathesis.core.parameters import ParameterLocation

CLERK = os.environ["ORIENTOR_CLERK_URL"]
SECRET = os.environ["ORIENTOR_CLERK_SECRET"]
SERVER = os.environ["ORIENTOR_URL"]

lock = threading.Lock()
people = 0
token = None
answered = {}
# Keys of rows that there are, by what the path calls them.
keys = {}


@atexit.register
def tell():
    """How many answers of each status each operation gave."""
    with open(os.environ["ORIENTOR_ANSWERED"], "w", encoding="utf-8") as file:
        json.dump(answered, file)


def sign_up():
    """A token of a person who is new at Clerk and to the server."""
    global people
    people += 1
    new = {"email_address": [f"person{people}@example.com"], "first_name": "Person", "last_name": str(people)}
    made = requests.post(f"{CLERK}/v1/users", json=new, headers={"Authorization": f"Bearer {SECRET}"}, timeout=30)
    made.raise_for_status()
    asked = {"user_id": made.json()["id"], "expires_in_seconds": 86400}
    given = requests.post(f"{CLERK}/dev/token", json=asked, timeout=30)
    given.raise_for_status()
    return given.json()["jwt"]


def meet():
    """Somebody else, to write to and to look at."""
    headers = {"Authorization": f"Bearer {sign_up()}"}
    me = requests.get(f"{SERVER}/api/v1/users/me", headers=headers, timeout=30)
    me.raise_for_status()
    keys["users"] = [me.json()["id"]]


def token_now():
    global token
    with lock:
        if token is None:
            if not people:
                meet()
            token = sign_up()
        return token


@schemathesis.auth(refresh_interval=None)
class SignedIn:
    def get(self, case, context):
        return token_now()

    def set(self, case, data, context):
        case.headers = {**(case.headers or {}), "Authorization": f"Bearer {data}"}


def one_of(known, value):
    """One of the keys that are known, mostly, or the value: by chance alone no row would be met."""
    number = zlib.crc32(str(value).encode(errors="replace"))
    if not known or number % 4 == 0:
        return value
    key = known[number // 4 % len(known)]
    # As the generator has written the value, or what is sent would not fit the description.
    return str(key) if isinstance(value, str) else key


def wrong_parts(case):
    """The parts that were made so as not to fit their schemas; `None` where it is a path that says so of itself alone."""
    if case.meta is None or not case.meta.generation.mode.is_negative:
        return []
    return [location for location, part in case.meta.components.items() if part.mode.is_negative] or None


@schemathesis.hook
def before_call(context, case, kwargs):
    wrong = wrong_parts(case)
    if wrong is None or ParameterLocation.PATH in wrong:
        return
    for name, value in (case.path_parameters or {}).items():
        called = "users" if name == "user" else case.operation.path.split("/{")[0].split("/")[-1]
        case.path_parameters[name] = one_of(keys.get(called), value)
        break
    if ParameterLocation.BODY not in wrong and isinstance(case.body, dict) and "recipient_id" in case.body:
        case.body["recipient_id"] = one_of(keys.get("users"), case.body["recipient_id"])


def learn(path, body):
    """Keeps the keys of the rows in an answer, be it one, a list, or an object around a list."""
    rows = body if isinstance(body, list) else [body]
    for value in body.values() if isinstance(body, dict) else []:
        rows.extend(value if isinstance(value, list) else [])
    found = [row["id"] for row in rows if isinstance(row, dict) and isinstance(row.get("id"), (int, str))]
    called = "users" if path.endswith("/users/me") else path.split("/")[-1]
    keys[called] = (keys.get(called, []) + found)[-50:]


@schemathesis.hook
def after_call(context, case, response):
    global token
    with lock:
        counts = answered.setdefault(f"{case.method} {case.operation.path}", {})
        counts[response.status_code] = counts.get(response.status_code, 0) + 1
        if response.status_code < 300 and "{" not in case.operation.path:
            try:
                learn(case.operation.path, response.json())
            except ValueError:
                pass  # An archive, or nothing.
        if case.method == "DELETE" and case.operation.path == "/api/v1/users/me" and response.status_code < 300:
            token = None
            others = keys["users"][:1]
            keys.clear()
            keys["users"] = others
