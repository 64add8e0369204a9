package org.passerelle.evidence.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.passerelle.evidence.CaseFile;
import org.passerelle.evidence.Digests;

/** The files of a bag (RFC 8493): its contents with both digests. */
public final class BagItFiles {
  /** The declaration of a bag. */
  public static final String DECLARATION =
      "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

  private BagItFiles() {}

  /** A manifest; one line per file, in the order of their names. */
  public static String manifest(Map<String, Digests> files, Function<Digests, String> digest) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(files)
        .forEach(
            (name, of) -> text.append(digest.apply(of)).append("  ").append(name).append('\n'));
    return text.toString();
  }

  static String about(CaseFile file, Instant at, Map<String, Digests> payload) {
    long octets = payload.values().stream().mapToLong(Digests::size).sum();
    return "Source-Organization: %s\nExternal-Identifier: %s\nBagging-Date: %s\nPayload-Oxum: %d.%d\n"
        .formatted(
            line(file.organisation()),
            line(file.number()),
            LocalDate.ofInstant(at, ZoneOffset.UTC),
            octets,
            payload.size());
  }

  /** A label's value is on one line. */
  private static String line(String text) {
    return text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
  }
}
