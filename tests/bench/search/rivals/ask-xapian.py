"""Xapian for xapian.ts. Reads lines of JSON: how many records, the records, then queries; answers each query, and the
loading, with a line of JSON. Times are taken here, around all that a query needs."""

import json
import os
import sys
import time

import xapian

folder = sys.argv[1]
FACETS = ["kind", "beneficiary", "institutionType", "theme", "language"]
PAGE = 20


def say(answer):
    print(json.dumps(answer), flush=True)


def load(records):
    """Words as they come, with their places; facets as values to count and as terms to filter by."""
    parts = os.path.join(folder, "parts")
    database = xapian.WritableDatabase(parts, xapian.DB_CREATE_OR_OVERWRITE)
    generator = xapian.TermGenerator()
    for _ in range(records):
        row = json.loads(sys.stdin.readline())
        document = xapian.Document()
        generator.set_document(document)
        generator.index_text(row["title"])
        generator.increase_termpos()
        generator.index_text(row["body"])
        for slot, name in enumerate(FACETS):
            document.add_value(slot, row["facets"][name])
            document.add_boolean_term(filter_term(name, row["facets"][name]))
        document.set_data(row["title"] + "\n" + row["body"])
        database.add_document(document)
    database.close()
    # Smaller, and faster to read.
    whole = os.path.join(folder, "whole")
    xapian.Database(parts).compact(whole)
    return xapian.Database(whole)


def filter_term(name, value):
    return "X" + name.upper() + ":" + value


def query_for(words, match, filters):
    if match == "phrase":
        query = xapian.Query(xapian.Query.OP_PHRASE, words, len(words))
    elif match == "beginning":
        # However many words begin so.
        no_limit = (0, xapian.Query.WILDCARD_LIMIT_ERROR)
        beginnings = [xapian.Query(xapian.Query.OP_WILDCARD, word, *no_limit) for word in words]
        query = xapian.Query(xapian.Query.OP_AND, beginnings)
    else:
        query = xapian.Query(xapian.Query.OP_AND, words)
    for name, value in filters.items():
        query = xapian.Query(xapian.Query.OP_FILTER, query, xapian.Query(filter_term(name, value)))
    return query


def ask(database, asked):
    begin = time.perf_counter()
    enquire = xapian.Enquire(database)
    enquire.set_query(query_for(asked["words"], asked["match"], asked["filters"]))
    spies = {name: xapian.ValueCountMatchSpy(slot) for slot, name in enumerate(FACETS)}
    for spy in spies.values():
        enquire.add_matchspy(spy)
    # As many as there are records have to be looked at, so that the total and the facets are exact.
    found = enquire.get_mset(0, PAGE, database.get_doccount())
    hits = found.get_matches_estimated()
    assert found.get_matches_lower_bound() == hits == found.get_matches_upper_bound()
    [match.docid for match in found]
    facets = {name: {item.term.decode(): item.termfreq for item in spy.values()} for name, spy in spies.items()}
    return {"hits": hits, "facets": facets, "milliseconds": (time.perf_counter() - begin) * 1000}


database = load(int(sys.stdin.readline()))
say({"loaded": True})
for line in sys.stdin:
    say(ask(database, json.loads(line)))
