package org.passerelle.evidence.internal;

import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.evidence.Certificates;
import org.passerelle.evidence.Departure;
import org.passerelle.evidence.Departure.Kind;
import org.passerelle.evidence.Verdict;

/** Examines one container, from its bytes to the verdict. */
public final class Examination {
  private final List<Departure> departures = new ArrayList<>();
  private final Set<String> trusted;
  private final Instant now;

  private Examination(Set<String> trusted, Instant now) {
    this.trusted = trusted;
    this.now = now;
  }

  /** Examines a file. */
  public static Verdict of(InputStream container, Set<String> trusted, Instant now)
      throws IOException {
    return new Examination(trusted, now).examine(container);
  }

  private Verdict examine(InputStream container) throws IOException {
    ReadContainer readContainer = ReadContainer.of(container, departures);
    List<String> names = new ArrayList<>(readContainer.files().keySet());
    if (names.isEmpty()
        || !names.get(0).equals(Composition.TYPE_PATH)
        || !Arrays.equals(
            readContainer.bytes(Composition.TYPE_PATH).orElse(new byte[0]), Composition.TYPE)) {
      say(Kind.LAYOUT, "the container", "it does not begin with the type of ASiC-E.");
    }
    FilesCheck files = new FilesCheck(readContainer, departures);
    SealCheck.@Nullable Read seal = seal(readContainer, files);
    files.listing();
    @Nullable Described described = described(readContainer);
    if (described != null) {
      files.described(described);
      files.bag();
      derivations(described);
      CustodyCheck.of(described, readContainer, departures);
      if (seal != null && seal.fault() == null) {
        compare(seal, described);
      }
    }
    X509Certificate by = seal == null ? null : seal.certificate();
    return new Verdict(
        described == null ? "" : described.number(),
        described == null ? "" : described.version(),
        (int) names.stream().filter(name -> name.startsWith("data/")).count(),
        by == null ? "" : by.getSubjectX500Principal().getName(),
        by == null ? "" : Certificates.id(by),
        seal == null ? null : seal.at(),
        !trusted.isEmpty(),
        List.copyOf(new LinkedHashSet<>(departures)));
  }

  private SealCheck.@Nullable Read seal(ReadContainer readContainer, FilesCheck files) {
    byte[] xml = readContainer.bytes(XadesSeal.PATH).orElse(null);
    if (xml == null) {
      say(Kind.SEAL, XadesSeal.PATH, "there is no seal.");
      return null;
    }
    SealCheck.Read read = SealCheck.read(xml);
    if (read.fault() != null) {
      say(Kind.SEAL, XadesSeal.PATH, read.fault());
      return read;
    }
    files.seal(read.files());
    X509Certificate by = read.certificate();
    Instant at = read.at();
    if (by != null && at != null) {
      signer(by, at);
    }
    return read;
  }

  private void signer(X509Certificate by, Instant at) {
    if (!trusted.isEmpty() && !trusted.contains(Certificates.id(by))) {
      say(
          Kind.STRANGER,
          XadesSeal.PATH,
          "it was sealed by %s, which is not one of the specified signers."
              .formatted(by.getSubjectX500Principal().getName()));
    }
    Instant from = by.getNotBefore().toInstant();
    Instant until = by.getNotAfter().toInstant();
    if (at.isBefore(from) || at.isAfter(until)) {
      say(
          Kind.EXPIRED,
          XadesSeal.PATH,
          "its claimed time is %s; its certificate is valid from %s to %s."
              .formatted(at, from, until));
    } else if (now.isAfter(until)) {
      say(
          Kind.EXPIRED,
          XadesSeal.PATH,
          "its certificate expired on %s, and there is no proof that the seal is older."
              .formatted(until));
    }
    if (at.isAfter(now)) {
      say(
          Kind.EXPIRED,
          XadesSeal.PATH,
          "its claimed time is %s, which is in the future.".formatted(at));
    }
  }

  private @Nullable Described described(ReadContainer readContainer) {
    byte[] json = readContainer.bytes(Composition.DESCRIPTION).orElse(null);
    if (json == null) {
      say(Kind.MISSING, Composition.DESCRIPTION, "it is required in every case file.");
      return null;
    }
    try {
      return Described.read(json);
    } catch (IllegalArgumentException e) {
      say(Kind.MANIFEST, Composition.DESCRIPTION, e.getMessage() + ".");
      return null;
    }
  }

  private void compare(SealCheck.Read seal, Described described) {
    X509Certificate by = seal.certificate();
    if (by != null && !Certificates.id(by).equals(described.compiledBy())) {
      say(
          Kind.STRANGER,
          XadesSeal.PATH,
          "it was sealed by %s, and the description names a different compiler."
              .formatted(by.getSubjectX500Principal().getName()));
    }
    if (seal.at() != null && !seal.at().toString().equals(described.compiledAt())) {
      say(Kind.MANIFEST, Composition.DESCRIPTION, "its time differs from the seal's.");
    }
  }

  private void derivations(Described described) {
    Map<String, Integer> state = new HashMap<>();
    for (Described.Listed listed : described.exhibits().values()) {
      if (!leadsToOriginals(listed.number(), described, state)) {
        say(
            Kind.DERIVATION,
            "exhibit " + listed.number(),
            "it is derived from itself or from an exhibit that is not listed.");
      }
    }
  }

  /** Whether all derivations of an exhibit end at originals; 1 in progress, 2 good, 3 bad. */
  private static boolean leadsToOriginals(
      String number, Described described, Map<String, Integer> state) {
    Integer known = state.get(number);
    if (known != null) {
      return known == 2;
    }
    Described.Listed listed = described.exhibits().get(number);
    if (listed == null || state.size() > 5_000) {
      return false;
    }
    state.put(number, 1);
    boolean good = true;
    for (String source : listed.derivedFrom()) {
      good &= leadsToOriginals(source, described, state);
    }
    state.put(number, good ? 2 : 3);
    return good;
  }

  private void say(Kind kind, String where, String sentence) {
    departures.add(new Departure(kind, where, sentence));
  }
}
