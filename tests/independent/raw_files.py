#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares what the readers make of real files with what Python's csv and json make of them:
as many articles, and of each the same title, body, address and day. Exits 77 without the files."""
import ast
import csv
import html
import json
import os
import re
import subprocess
import sys

NAMES = {
    "title": ["title", "judul", "blog_title"],
    "body": ["blog_check", "content", "main", "isi", "isi_berita", "konten_berita", "body_text", "berita",
             "paragraf", "text", "post_text"],
    "url": ["url", "link", "tautan", "blog_url"],
    "date": ["date", "tanggal", "tgl_publikasi", "publishdate", "blog_date"],
}
MONTHS = ["jan", "feb", "mar", "apr", "me", "jun", "jul", "a", "sep", "okt", "nov", "des"]


def rows(path):
    """The records of a file as dicts with lower-case keys."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        if path.endswith(".json"):
            found = json.load(file)
        elif path.endswith(".jl"):
            found = [json.loads(line) for line in file if line.strip()]
        else:
            csv.field_size_limit(1 << 30)
            header = file.readline()
            delimiter = max(",;~\t", key=header.count)
            file.seek(0)
            found = list(csv.DictReader(file, delimiter=delimiter))
    return [{str(k).lstrip("\ufeff").lower(): v for k, v in row.items()} for row in found]


def text_of(value):
    if value is None:
        return ""
    if isinstance(value, str) and value.startswith("[") and value.endswith("]"):
        try:
            value = ast.literal_eval(value)
        except (ValueError, SyntaxError):
            pass
    if isinstance(value, list):
        value = "\n".join(str(part) for part in value)
    return str(value)


def mended(found):
    """UTF-8 that was read as Windows-1252 or Latin-1, read again."""
    for encoding in ("cp1252", "latin-1"):
        try:
            return found[0].encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return found[0]


def normal(text):
    """Without references, broken encoding, invisible characters and double blanks."""
    text = re.sub("[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u02dc\u2013-\u203a\u20ac\u2122]+", mended,
                  text)
    for _ in range(3):
        text = html.unescape(text)
    text = re.sub("[\u00ad\u200b-\u200f\ufeff\x00-\x08\x0e-\x1f\x7f]", "", text)
    return re.sub(r"\s+", " ", text).strip()


def day_of(text):
    """The day by rules of its own; empty where they know none."""
    text = text.lower()
    if found := re.search(r"(\d{4})-(\d\d)-(\d\d)", text):
        return "-".join(found.groups())
    if found := re.search(r"(\d{1,2})[ +]([a-z]+)[ +](\d{4})", text):
        for number, month in enumerate(MONTHS, 1):
            same = found[2].startswith(month)
            if same and not (month == "me" and found[2].startswith("mej")):
                if month != "a" or found[2][:2] in ("ag", "au"):
                    return f"{found[3]}-{number:02}-{int(found[1]):02}"
            if month == "a" and found[2].startswith("apr"):
                return f"{found[3]}-04-{int(found[1]):02}"
    return ""


def expected(path):
    articles = []
    for row in rows(path):
        fields = {}
        for field, names in NAMES.items():
            name = next((name for name in names if name in row), None)
            fields[field] = text_of(row[name]) if name else ""
        if fields["title"] in ("No Title", "nan"):
            fields["title"] = ""
        if normal(fields["title"]) or normal(fields["body"]):
            articles.append(fields)
    return articles


def first_difference(mine, other):
    at = len(os.path.commonprefix([mine, other]))
    start = max(at - 30, 0)
    return f"{mine[start:at + 50]!r}, {other[start:at + 50]!r} by Python"


def faults(path, program):
    output = subprocess.run([program, path], capture_output=True, check=True, text=True).stdout
    ours = [json.loads(line) for line in output.split("\n") if line]
    theirs = expected(path)
    if len(ours) != len(theirs):
        return [f"{len(ours)} articles, {len(theirs)} by Python"]
    found = []
    for number, (mine, other) in enumerate(zip(ours, theirs), 1):
        for field in ("title", "body", "url"):
            if normal(mine[field]) != normal(other[field]):
                found.append(f"article {number}, {field}: " +
                             first_difference(normal(mine[field]), normal(other[field])))
        day = day_of(other["date"])
        if day and not mine["date"].startswith(day):
            found.append(f"article {number}: {mine['date']!r}, {other['date']!r} by Python")
    return found


def main():
    program, folder = sys.argv[1:]
    if not os.path.isdir(folder):
        print("skipped: no raw files beside the project")
        return 77
    failed = False
    for name in sorted(os.listdir(folder)):
        found = faults(os.path.join(folder, name), program)
        print(f"{name}: {len(found)} differences")
        print("".join(f"  {fault}\n" for fault in found[:5]), end="")
        failed = failed or bool(found)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
