"""Signs somebody in, and somebody else as soon as that person has erased their account."""

import os
import threading

import requests
import schemathesis

CLERK = os.environ["ORIENTOR_CLERK_URL"]
SECRET = os.environ["ORIENTOR_CLERK_SECRET"]

lock = threading.Lock()
people = 0
token = None


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


def token_now():
    global token
    with lock:
        if token is None:
            token = sign_up()
        return token


@schemathesis.auth(refresh_interval=None)
class SignedIn:
    def get(self, case, context):
        return token_now()

    def set(self, case, data, context):
        case.headers = {**(case.headers or {}), "Authorization": f"Bearer {data}"}


@schemathesis.hook
def after_call(context, case, response):
    global token
    with lock:
        if case.method == "DELETE" and case.operation.path == "/api/v1/users/me" and response.status_code < 300:
            token = None
