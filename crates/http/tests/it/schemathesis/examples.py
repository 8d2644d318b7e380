"""Whether every JSON body of a description has an example that fits its schema; prints those that do not."""

import json
import sys

import jsonschema_rs

with open(sys.argv[1], encoding="utf-8") as file:
    api = json.load(file)

# Within the description, references to its components lead somewhere.
validators = {}


def validator(schema):
    text = json.dumps(schema, sort_keys=True)
    if text not in validators:
        whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", "components": api["components"], **schema}
        validators[text] = jsonschema_rs.validator_for(whole)
    return validators[text]


def unknown(name, value):
    """Members for which the server knows no text."""
    if isinstance(value, dict):
        return [found for member, inner in value.items() for found in unknown(member, inner)]
    if isinstance(value, list):
        return [found for inner in value for found in unknown(name, inner)]
    return [name] if value == "…" else []


looked = 0
for path, item in api["paths"].items():
    for method, operation in item.items():
        bodies = {"request": operation.get("requestBody", {}), **operation["responses"]}
        for name, body in bodies.items():
            content = body.get("content", {}).get("application/json")
            if content is None:
                continue
            looked += 1
            place = f"{method.upper()} {path} {name}"
            if "example" not in content:
                print(f"{place}: no example")
                continue
            for member in unknown("", content["example"]):
                print(f"{place}: no example for {member}")
            for error in validator(content["schema"]).iter_errors(content["example"]):
                print(f"{place}: {error.message} at {error.instance_path}")
print(f"{looked} looked at", file=sys.stderr)
