#!/usr/bin/env python3
"""Checks a case file, written from docs/case-file.md alone: prints each departure, ends with 0 (none), 1 or 2.

Usage: check.py FILE [CERTIFICATE.pem]
"""
import base64
import hashlib
import json
import re
import struct
import sys
import zlib
from datetime import datetime, timezone
from xml.etree import ElementTree

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa, utils
from cryptography.hazmat.primitives.serialization import Encoding

TEXTS = ["bagit.txt", "bag-info.txt", "case-file.json", "case.jsonld", "index.pdf", "custody.jsonl", "certificates.pem",
         "manifest-sha256.txt", "manifest-sha512.txt", "tagmanifest-sha256.txt", "tagmanifest-sha512.txt"]
TYPE, LISTING, SEAL, BIG = "mimetype", "META-INF/manifest.xml", "META-INF/signatures001.xml", 0xFFFFFFFF
DS, XADES = "{http://www.w3.org/2000/09/xmldsig#}", "{http://uri.etsi.org/01903/v1.3.2#}"
CURVES = {"secp256r1": (hashes.SHA256(), "ES256"), "secp384r1": (hashes.SHA384(), "ES384"),
          "secp521r1": (hashes.SHA512(), "ES512")}
found = set()


def say(kind, where, sentence=""):
    found.add((kind, where))
    print(re.sub(r"[^ -~]+", "?", f"{kind} {where}: {sentence}"))


def record(name, crc, size, at=None):
    """What stands before a file (at is None), or its entry in the directory."""
    large, far = size >= BIG, at is not None and at >= BIG
    more = (struct.pack("<QQ", size, size) if large else b"") + (struct.pack("<Q", at) if far else b"")
    more = struct.pack("<HH", 1, len(more)) + more if more else b""
    made = struct.pack("<HHHHHIIIHH", 45 if more else 10, 0, 0, 0, 33, crc, min(size, BIG), min(size, BIG), len(name), len(more))
    if at is None:
        return b"PK\3\4" + made + name.encode() + more
    return (b"PK\1\2" + made[:2] + made + bytes(10) + struct.pack("<I", min(at, BIG)) + name.encode() + more)


def unpack(path):
    """Digests of all files and the bytes of those that describe, each byte of the container accounted for."""
    files, held, directory, at = {}, {}, b"", 0
    with open(path, "rb") as zipped:
        while (head := zipped.read(30))[:4] == b"PK\3\4":
            if len(head) < 30:
                return say("cut", "the container") or (files, held)
            crc, size, names, extra = (*struct.unpack("<I4xI", head[14:26]), *struct.unpack("<HH", head[26:30]))
            rest = zipped.read(names + extra)
            name = rest[:names].decode("latin-1")
            if not re.fullmatch(r"[A-Za-z0-9._/-]{1,120}", name) or ".." in name or name[0] == "/":
                return say("layout", "the container", "a name that no case file has") or (files, held)
            if size == BIG and len(rest) >= names + 12:
                size = struct.unpack("<q", rest[names + 4:names + 12])[0]
            sums, left, keep, summed = (hashlib.sha256(), hashlib.sha512()), size, [], 0
            while left > 0 and (part := zipped.read(min(left, 1 << 20))):
                left, summed = left - len(part), zlib.crc32(part, summed)
                [s.update(part) for s in sums]
                if name in TEXTS + [TYPE, LISTING, SEAL]:
                    keep.append(part)
            if left > 0:
                return say("cut", "the container") or (files, held)
            if head + rest != record(name, crc, size):
                return say("layout", "the container", f"at byte {at}") or (files, held)
            if summed != crc:
                say("changed", name, "its check sum")
            if name in files:
                say("added", name, "it is there twice")
            files[name], held[name] = (size, sums[0].hexdigest(), sums[1].hexdigest()), b"".join(keep)
            directory += record(name, crc, size, at)
            at += 30 + len(rest) + size
        many, length = len(files), len(directory)
        if many >= 65535 or at >= BIG or length >= BIG:
            directory += struct.pack("<IQHHIIQQQQIIQI", 0x06064B50, 44, 45, 45, 0, 0, many, many, length, at, 0x07064B50, 0, at + length, 1)
            many, length, start = 65535, BIG, BIG
        else:
            start = at
        directory += struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, many, many, length, start, 0)
        tail = head + zipped.read(len(directory) + 1)
        if tail != directory:
            say("cut" if directory.startswith(tail) else "layout", "the container", "its directory")
    return files, held


def verifies(certificate, signature, signed):
    key = certificate.public_key()
    try:
        if isinstance(key, rsa.RSAPublicKey):
            key.verify(signature, signed, padding.PKCS1v15(), hashes.SHA256())
            return True
        half = (key.curve.key_size + 7) // 8
        if len(signature) != 2 * half:
            return False
        pair = utils.encode_dss_signature(int.from_bytes(signature[:half], "big"), int.from_bytes(signature[half:], "big"))
        key.verify(pair, signed, ec.ECDSA(CURVES[key.curve.name][0]))
        return True
    except InvalidSignature:
        return False


def name_of(certificate):
    return b64(certificate.fingerprint(hashes.SHA256()))


def b64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def un64(text):
    if not re.fullmatch(r"[A-Za-z0-9_-]*", text):
        raise ValueError("no base64url")
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def valid(certificate, at):
    return certificate.not_valid_before_utc <= at <= certificate.not_valid_after_utc


def time(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def seal(xml, there, trusted):
    """The seal: its form, its signature, and the files it names. Gives certificate and time."""
    head = b'<?xml version="1.0" encoding="UTF-8"?>\n'
    text = xml.decode()
    if not xml.startswith(head) or ElementTree.canonicalize(text).encode() != xml[len(head):]:
        raise ValueError("not canonical")
    root = ElementTree.fromstring(text)
    [signature] = root
    info, value, key, thing = signature
    [[properties]], [[shown]] = thing, key
    name = signature.attrib["Id"]
    plain = text[len(head):]
    body = {tag: re.search(f"<{tag}[ >].*</{tag}>", plain, re.S).group(0) for tag in ("ds:SignedInfo", "xades:SignedProperties")}
    rest = plain.replace(body["ds:SignedInfo"], "1").replace(body["xades:SignedProperties"], "2")
    for one in (value.text, shown.text):
        if base64.b64encode(base64.b64decode(one, validate=True)).decode() != one:
            raise ValueError("base64")
    if rest != ('<asic:XAdESSignatures xmlns:asic="http://uri.etsi.org/02918/v1.2.1#"><ds:Signature xmlns:ds="http://www.w3.org/'
                f'2000/09/xmldsig#" Id="{name}">1<ds:SignatureValue Id="value-{name}">{value.text}</ds:SignatureValue><ds:KeyInfo>'
                f'<ds:X509Data><ds:X509Certificate>{shown.text}</ds:X509Certificate></ds:X509Data></ds:KeyInfo><ds:Object>'
                f'<xades:QualifyingProperties xmlns:xades="http://uri.etsi.org/01903/v1.3.2#" Target="#{name}">2'
                '</xades:QualifyingProperties></ds:Object></ds:Signature></asic:XAdESSignatures>'):
        raise ValueError("another form")
    certificate = x509.load_der_x509_certificate(base64.b64decode(shown.text))

    def canonical(tag, **spaces):
        declared = "".join(f' xmlns:{prefix}="{uri[1:-1]}"' for prefix, uri in spaces.items())
        return ElementTree.canonicalize(body[tag].replace(f"<{tag}", f"<{tag}{declared}", 1)).encode()
    if not verifies(certificate, base64.b64decode(value.text), canonical("ds:SignedInfo", ds=DS)):
        raise ValueError("signature")
    digest = hashlib.sha512(certificate.public_bytes(Encoding.DER)).digest()
    if properties.find(f".//{XADES}CertDigest/{DS}DigestValue").text != base64.b64encode(digest).decode():
        raise ValueError("certificate")
    sealed = {}
    for reference in info.findall(f"{DS}Reference"):
        made = base64.b64decode(reference.find(f"{DS}DigestValue").text).hex()
        if reference.attrib["URI"].startswith("#"):
            if hashlib.sha512(canonical("xades:SignedProperties", ds=DS, xades=XADES)).hexdigest() != made:
                raise ValueError("properties")
        elif reference.attrib["URI"] in sealed or len(reference) != 2:
            raise ValueError("references")
        else:
            sealed[reference.attrib["URI"]] = made
    names = {digest: name for name, digest in sealed.items()}
    for name, digest in sealed.items():
        if name not in there:
            say("missing", name, "it was sealed")
        elif there[name][2] != digest:
            say("swapped" if there[name][2] in names else "changed", name, "it was sealed otherwise")
    [say("added", name, "it was not sealed") for name in there if name not in sealed]
    at, now = time(properties.find(f".//{XADES}SigningTime").text), datetime.now(timezone.utc)
    if trusted and name_of(certificate) not in trusted:
        say("stranger", SEAL, certificate.subject.rfc4514_string())
    if not valid(certificate, at) or now > certificate.not_valid_after_utc or at > now:
        say("expired", SEAL, f"{at}")
    return certificate, at


def chain(item, lines, people, listed):
    """Custody of one exhibit against its rules, and against the end that is pinned."""
    if not lines:
        return say("chain-cut", f"exhibit {item}", "there is none")
    previous, holder, before, taken = "0" * 64, None, None, None
    for number, (line, said, signatures) in enumerate(lines, 1):
        first, measured = number == 1, tuple(said.get(k) for k in ("size", "sha256", "sha512"))
        signers = {said["to"]} | ({said["from"]} if said["act"] in ("handover", "check") else set())
        good = (said["item"] == item and said["number"] == number and said["previous"] == previous
                and said["act"] in ("intake", "handover", "refusal", "check") and (said["act"] == "intake") == first
                and (first or said["from"] == holder and time(said["at"]) >= before)
                and (said["act"] != "check" or said["to"] == said["from"] and measured == taken)
                and signers == {header["x5t#S256"] for header, _, _ in signatures} and len(signers) == len(signatures))
        for header, signed, signature in signatures if good else []:
            by = people.get(header["x5t#S256"])
            kind = by and ("RS256" if isinstance(by.public_key(), rsa.RSAPublicKey) else CURVES[by.public_key().curve.name][1])
            good = good and by and header["alg"] == kind and valid(by, time(said["at"])) and verifies(by, signature, signed)
        if not good:
            return say("chain", f"exhibit {item}", f"entry {number}")
        previous, before = hashlib.sha256(line.encode()).hexdigest(), time(said["at"])
        holder = said["to"] if said["act"] in ("intake", "handover") else holder
        taken = measured if first else taken
    if len(lines) < listed["custody"]["entries"]:
        say("chain-cut", f"exhibit {item}", f"it ends after {len(lines)} entries")
    elif (len(lines), previous) != (listed["custody"]["entries"], listed["custody"]["head"]):
        say("chain", f"exhibit {item}", "another end than the one pinned")
    elif holder != listed["custody"]["holder"]:
        say("manifest", f"exhibit {item}", "another holder")
    if taken != (listed["size"], listed["sha256"], listed["sha512"]):
        say("manifest", f"exhibit {item}", "other bytes were taken in")


def custody(held, exhibits):
    people = {}
    try:
        people = {name_of(c): c for c in x509.load_pem_x509_certificates(held["certificates.pem"])}
    except KeyError:
        pass  # that it is missing is said
    except ValueError:
        say("chain", "certificates.pem")
    lines = {}
    for line in filter(None, held.get("custody.jsonl", b"").decode("utf-8", "replace").split("\n")):
        try:
            entry = json.loads(line)
            said = json.loads(un64(entry["payload"]))
            signed = [(json.loads(un64(s["protected"])), (s["protected"] + "." + entry["payload"]).encode(), un64(s["signature"]))
                      for s in entry["signatures"]]
            lines.setdefault(said["item"], []).append((line, said, signed))
        except (ValueError, KeyError, TypeError):
            say("chain", "custody.jsonl", "a line that cannot be read")
    for item, listed in exhibits.items():
        if listed["included"]:
            try:
                chain(item, lines.get(item, []), people, listed)
            except (ValueError, KeyError, TypeError, AttributeError):
                say("chain", f"exhibit {item}", "it cannot be read")
    [say("added", f"exhibit {item}", "custody of none") for item in lines if not exhibits.get(item, {}).get("included")]


def described(files, held, sealed):
    there = {n: d for n, d in files.items() if n not in (TYPE, LISTING, SEAL)}
    told = json.loads(held["case-file.json"])
    exhibits = {e["number"]: e for e in told["exhibits"]}
    if told["format"] != "passerelle-case-file/1" or len(exhibits) != len(told["exhibits"]):
        raise ValueError("format")
    lines = "".join(f"{e['number']} {e['sha256']} {e['sha512']}\n" for e in told["exhibits"])
    if hashlib.sha256(lines.encode()).hexdigest() != told["digestOfAll"]:
        say("manifest", "case-file.json", "digestOfAll")
    names = {e["sha512"]: n for n, e in exhibits.items()}
    order = TEXTS + [e["path"] for e in told["exhibits"] if e["included"]]
    for number, e in exhibits.items():
        if e["included"] and e["path"] not in there:
            say("missing", f"exhibit {number}")
        elif e["included"] and there[e["path"]] != (e["size"], e["sha256"], e["sha512"]):
            say("swapped" if there[e["path"]][2] in names else "changed", f"exhibit {number}", "described otherwise")
        way = list(e["derivedFrom"])
        for source in way:
            if source not in exhibits or source == number:
                say("derivation", f"exhibit {number}")
                break
            way += [s for s in exhibits[source]["derivedFrom"] if s not in way]
    [say("added", n, "no exhibit is described so") for n in there if n not in order]
    [say("missing", n, "every case file has it") for n in [TYPE, LISTING, SEAL] + TEXTS if n not in files]
    whole = [TYPE, LISTING] + order + [SEAL]
    if sorted(files) == sorted(whole) and list(files) != whole:
        say("layout", "the container", "another order")
    data = {n: d for n, d in there.items() if n.startswith("data/")}
    tags = {n: d for n, d in there.items() if not n.startswith(("data/", "tagmanifest-"))}
    expected = {"bagit.txt": "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"}
    for name, of in (("manifest", data), ("tagmanifest", tags)):
        for place, algorithm in ((1, "sha256"), (2, "sha512")):
            expected[f"{name}-{algorithm}.txt"] = "".join(f"{of[n][place]}  {n}\n" for n in sorted(of))
    [say("manifest", n, "it does not say what is there") for n, text in expected.items() if n in held and held[n] != text.encode()]
    if f"Payload-Oxum: {sum(d[0] for d in data.values())}.{len(data)}".encode() not in held.get("bag-info.txt", b"").split(b"\n"):
        say("manifest", "bag-info.txt", "Payload-Oxum")
    custody(held, exhibits)
    if sealed and name_of(sealed[0]) != told["compiledBy"]:
        say("stranger", SEAL, "the description names another")
    if sealed and sealed[1] != time(told["compiledAt"]):
        say("manifest", "case-file.json", "another time than the seal")


def main(path, signer=None):
    trusted = {name_of(c) for c in x509.load_pem_x509_certificates(open(signer, "rb").read())} if signer else set()
    files, held = unpack(path)
    there = [n for n in files if n not in (TYPE, LISTING, SEAL)]
    if next(iter(files), "") != TYPE or held[TYPE] != b"application/vnd.etsi.asic-e+zip":
        say("layout", "the container", "it does not begin with its type")
    entries = [("/", "application/vnd.etsi.asic-e+zip")] + [(n, "application/octet-stream") for n in there]
    listing = ('<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
               ' manifest:version="1.2">\n' + "".join(f'<manifest:file-entry manifest:full-path="{n}" manifest:media-type="{t}"/>\n'
                                                      for n, t in entries) + "</manifest:manifest>\n")
    if held.get(LISTING) != listing.encode():
        say("manifest", LISTING, "it does not list what is there")
    sealed = None
    try:
        sealed = seal(held[SEAL], {n: files[n] for n in there}, trusted)
    except (ValueError, KeyError, TypeError, AttributeError, ElementTree.ParseError) as why:
        say("seal", SEAL, f"{why}")
    try:
        described(files, held, sealed)
    except (ValueError, KeyError, TypeError, AttributeError) as why:
        say("missing" if "case-file.json" not in held else "manifest", "case-file.json", f"{why}")
    print("Everything is as it was sealed." if not found else f"{len(found)} departures.")
    return 1 if found else 0


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    try:
        sys.exit(main(*sys.argv[1:]))
    except OSError as error:
        print(f"check.py: {error}", file=sys.stderr)
        sys.exit(2)
