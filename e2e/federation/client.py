#!/usr/bin/env python3
"""A node of one organisation, written from docs/federation.md alone: it takes a hand-over, answers it and confirms
that the person arrived. It keeps nothing; what it was given it prints, for whoever started it.

Usage: client.py FOLDER NODE PORT OTHER
FOLDER is where the two nodes lay their descriptions, NODE and OTHER are names, PORT is where this one listens.
"""
import base64
import hashlib
import json
import os
import sys
import threading
import time
import urllib.request
import uuid
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from jwcrypto import jwe, jwk, jws

FOLDER, NODE, PORT, OTHER = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
ORGANISATION = str(uuid.uuid4())
SEALS = {"alg": "ECDH-ES+A256KW", "enc": "A256GCM"}


def now():
    return datetime.now(timezone.utc)


def said(what, **more):
    print(json.dumps({"what": what, **more}, ensure_ascii=False), flush=True)


def key(use):
    made = jwk.JWK.generate(kty="EC", crv="P-256")
    public = json.loads(made.export_public())
    public["kid"] = made.thumbprint()
    public["use"] = use
    return made, public


SIGNING, SIGNING_PUBLIC = key("sig")
SEALING, SEALING_PUBLIC = key("enc")


def sign(claims, kind):
    token = jws.JWS(json.dumps(claims).encode())
    header = {"alg": "ES256", "typ": kind, "kid": SIGNING_PUBLIC["kid"]}
    token.add_signature(SIGNING, "ES256", json.dumps(header))
    return token.serialize(compact=True)


def log_key():
    """Public key of a log as C2SP signed-note writes it; this node has no log that it would send."""
    x = json.loads(jwk.JWK.generate(kty="OKP", crv="Ed25519").export_public())["x"]
    octets = b"\x01" + base64.urlsafe_b64decode(x + "=")
    name = "passerelle/%s/log" % NODE
    short = hashlib.sha256(name.encode() + b"\n" + octets).digest()[:4].hex()
    return "%s+%s+%s" % (name, short, base64.b64encode(octets).decode())


def description():
    since = "2020-01-01T00:00:00Z"
    return sign(
        {
            "format": "passerelle-node-1",
            "node": NODE,
            "address": "http://localhost:%d" % PORT,
            "issued": now().strftime("%Y-%m-%dT%H:%M:%SZ"),
            "organisations": [
                {
                    "id": ORGANISATION,
                    "handle": "office",
                    "name": {"en": "Office that has only a script (test)"},
                    "type": "national_coordinator",
                    "country": "AL",
                    "casework": True,
                }
            ],
            "keys": [{"jwk": SIGNING_PUBLIC, "from": since}, {"jwk": SEALING_PUBLIC, "from": since}],
            "log": log_key(),
            "schemas": {
                kind: [1]
                for kind in (
                    "ping checkpoint referral.sent referral.message referral.revoked consent.withdrawn person.erased "
                    "handover.sent handover.step"
                ).split()
            },
            "tiers": ["exact"],
        },
        "passerelle-node+jwt",
    )


class Partner:
    """The other node, as it describes itself."""

    def __init__(self, text):
        token = jws.JWS()
        token.deserialize("".join(text.split()))
        self.about = json.loads(token.objects["payload"])
        self.keys = {one["jwk"]["kid"]: jwk.JWK(**one["jwk"]) for one in self.about["keys"]}
        token.verify(self.keys[json.loads(token.objects["protected"])["kid"]])
        second = now().isoformat()[:19]
        begun = [k for k in self.about["keys"] if k["jwk"]["use"] == "enc" and k["from"][:19] <= second]
        self.sealing = max(begun, key=lambda k: k["from"])["jwk"]

    def opened(self, compact, kind):
        token = jws.JWS()
        token.deserialize(compact)
        header = json.loads(token.objects["protected"])
        if set(header) != {"alg", "typ", "kid"} or header["alg"] != "ES256" or header["typ"] != kind:
            raise ValueError("This is signed in another way.")
        token.verify(self.keys[header["kid"]])
        return json.loads(token.payload)


partner = None
sequence = 0


def receipt(envelope, octets, outcome="taken", **more):
    claims = {
        "iss": NODE,
        "aud": OTHER,
        "envelope": envelope["jti"],
        "digest": hashlib.sha256(octets).hexdigest(),
        "iat": int(time.time()),
        "outcome": outcome,
    }
    return sign({**claims, **more}, "passerelle-receipt+jwt")


def bring(kind, about, body):
    """One message about a hand-over; the outcome that its receipt says."""
    global sequence
    sequence = max(sequence + 1, int(time.time() * 1_000_000))
    seconds = int(time.time())
    envelope = {
        "iss": NODE,
        "aud": OTHER,
        "jti": str(uuid.uuid4()),
        "iat": seconds,
        "exp": seconds + 600,
        "kind": kind,
        "version": 1,
        "message": str(uuid.uuid4()),
        "sender": ORGANISATION,
        "recipient": about["sender"],
        "subject": about["subject"],
        "sequence": sequence,
        "occurred": now().strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        "body": body,
    }
    header = {**SEALS, "typ": "passerelle-sealed+jwe", "kid": partner.sealing["kid"]}
    token = jwe.JWE(sign(envelope, "passerelle-envelope+jwt").encode(), json.dumps(header))
    token.add_recipient(jwk.JWK(**partner.sealing))
    sealed = token.serialize(compact=True)
    request = urllib.request.Request(
        partner.about["address"].rstrip("/") + "/node/envelope",
        sealed.encode(),
        {"Content-Type": "application/jose"},
    )
    with urllib.request.urlopen(request, timeout=20) as answer:
        claims = partner.opened(answer.read().decode().strip(), "passerelle-receipt+jwt")
    if claims["envelope"] != envelope["jti"] or claims["digest"] != hashlib.sha256(sealed.encode()).hexdigest():
        raise ValueError("This receipt is about something else.")
    return claims["outcome"]


def answer(envelope):
    """Takes the case in hand, accepts it, and says that the person arrived."""
    day = now().strftime("%Y-%m-%d")
    for kind, body in (
        ("handover.acknowledged", {"contact": "The script on duty, +355"}),
        ("referral.accepted", {}),
        ("referral.message", {"text": "An aunt was found"}),
        ("handover.step", {"id": str(uuid.uuid4()), "step": "arrived", "state": "done", "on": day, "words": "Met"}),
    ):
        said("sent", kind=kind, outcome=bring(kind, envelope, body))
    said("answered")


class Door(BaseHTTPRequestHandler):
    def do_POST(self):
        octets = self.rfile.read(int(self.headers["Content-Length"])).strip()
        try:
            token = jwe.JWE()
            token.deserialize(octets.decode(), SEALING)
            header = json.loads(token.objects["protected"])
            if {k: header.get(k) for k in SEALS} != SEALS or self.path != "/node/envelope":
                raise ValueError("This is sealed in another way.")
            envelope = partner.opened(token.payload.decode(), "passerelle-envelope+jwt")
        except Exception as strange:
            said("strange", why=str(strange))
            self.send_response(400)
            self.end_headers()
            return
        if envelope["aud"] != NODE:
            signed = receipt(envelope, octets, "refused", reason="audience")
        elif envelope["kind"] == "checkpoint":
            body = envelope["body"]
            signed = receipt(envelope, octets, held={"size": body["size"], "root": body["root"]})
        else:
            signed = receipt(envelope, octets)
        self.send_response(200)
        self.send_header("Content-Type", "application/jose")
        self.send_header("Content-Length", str(len(signed)))
        self.end_headers()
        self.wfile.write(signed.encode())
        if envelope["kind"] not in ("ping", "checkpoint"):
            said("came", kind=envelope["kind"], body=envelope["body"])
        if envelope["kind"] == "handover.sent":
            threading.Thread(target=answer, args=(envelope,), daemon=True).start()

    def log_message(self, *words):
        pass


def main():
    global partner
    with open(os.path.join(FOLDER, NODE + ".new"), "w", encoding="ascii") as file:
        file.write(description())
    os.rename(file.name, os.path.join(FOLDER, NODE + ".node.txt"))
    other = os.path.join(FOLDER, OTHER + ".node.txt")
    while not os.path.exists(other):
        time.sleep(0.2)
    with open(other, encoding="ascii") as file:
        partner = Partner(file.read())
    said("open")
    ThreadingHTTPServer(("127.0.0.1", PORT), Door).serve_forever()


main()
