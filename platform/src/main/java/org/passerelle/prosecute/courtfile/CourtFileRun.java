package org.passerelle.prosecute.courtfile;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.evidence.BadCaseFile;
import org.passerelle.evidence.CaseFileVerifier;
import org.passerelle.evidence.CaseFileWriter;
import org.passerelle.evidence.Content;
import org.passerelle.evidence.Digests;
import org.passerelle.evidence.SealedCaseFile;
import org.passerelle.evidence.Signatory;
import org.passerelle.evidence.Verdict;
import org.passerelle.evidence.Version;
import org.passerelle.paper.Paper;
import org.passerelle.prosecute.signing.OrganisationSeal;
import org.passerelle.refusal.Refused;
import org.passerelle.work.Progress;
import org.springframework.stereotype.Component;

/**
 * Compiles case files in the background: searches what would reveal somebody, measures every
 * exhibit, seals, and verifies the container as the other side will. Kept completely, or not at
 * all.
 */
@Component
class CourtFileRun {
  private static final String PDF = "application/pdf";
  private final CourtFilePlans plans;
  private final ContentSearch search;
  private final CourtFileRows rows;
  private final OrganisationSeal seals;
  private final Clock clock;

  CourtFileRun(
      CourtFilePlans plans,
      ContentSearch search,
      CourtFileRows rows,
      OrganisationSeal seals,
      Clock clock) {
    this.plans = plans;
    this.search = search;
    this.rows = rows;
    this.seals = seals;
    this.clock = clock;
  }

  /**
   * What would be compiled.
   *
   * @throws Refused as {@link CourtFilePlans}
   */
  CourtFilePlan plan(UUID investigation, CourtFile.Draft draft, SignedIn who) {
    return plans.of(investigation, draft, who);
  }

  /** A version that was sealed. */
  record Made(Version version, SealedCaseFile sealed, Digests whole, int included) {}

  /**
   * Compiles every version of a draft and keeps them under one number.
   *
   * @throws Refused as {@link CourtFilePlans}, and if an exhibit departs from its intake
   */
  void run(UUID investigation, CourtFile.Draft draft, SignedIn who, Progress progress)
      throws IOException {
    CourtFilePlan plan = plans.of(investigation, draft, who);
    Signatory seal = seals.signatory(who);
    progress.expect(expected(plan, draft.versions()));
    List<Made> made = new ArrayList<>();
    for (Version version : draft.versions()) {
      made.add(make(plan, draft, version, seal, who, progress));
    }
    rows.keep(investigation, draft, plan.checked(), made, seal.id(), who);
    progress.figure("exhibits", plan.lines().size());
    progress.leadTo(CourtFiles.at(investigation));
  }

  /** Bytes of exhibits that will be read: to search, to measure, to look at PDFs, to verify. */
  private static long expected(CourtFilePlan plan, List<Version> versions) {
    long bytes = 0;
    for (Version version : versions) {
      for (CourtFilePlan.Line line : plan.lines()) {
        boolean included = line.includedIn(version);
        String type = line.ready().taken().mediaType();
        int times =
            1
                + (type.equals(PDF) ? 1 : 0)
                + (included ? 1 : 0)
                + (included && ContentSearch.reads(type) ? 1 : 0);
        bytes += times * line.ready().taken().digests().size();
      }
    }
    return bytes;
  }

  private Made make(
      CourtFilePlan plan,
      CourtFile.Draft draft,
      Version version,
      Signatory seal,
      SignedIn who,
      Progress progress)
      throws IOException {
    Map<String, Content> contents = new HashMap<>();
    for (CourtFilePlan.Line line : plan.lines()) {
      Content content = CourtFilePlan.content(line.ready(), progress::done);
      contents.put(line.number(), content);
      if (line.includedIn(version)) {
        search.check(line, content, plan.shield(version), who);
      }
    }
    Instant at = clock.instant();
    SealedCaseFile sealed;
    try {
      sealed =
          new CaseFileWriter(seal, Paper::pdf)
              .seal(
                  plan.file(draft, who.organisationName(), version, progress::done),
                  at,
                  (step, share) -> progress.check());
    } catch (BadCaseFile unmade) {
      throw new Refused("courtfile.refused.unmade");
    }
    return new Made(version, sealed, verified(sealed, contents, seal), plan.included(version));
  }

  private Digests verified(SealedCaseFile sealed, Map<String, Content> contents, Signatory seal)
      throws IOException {
    MessageDigest sha256 = digest("SHA-256");
    MessageDigest sha512 = digest("SHA-512");
    Counted counted = new Counted(sealed.open(contents::get));
    Verdict verdict =
        new CaseFileVerifier(Set.of(seal.certificate()), clock)
            .verify(new DigestInputStream(new DigestInputStream(counted, sha256), sha512));
    if (!verdict.sound()) {
      throw new IllegalStateException(
          "A case file that was just sealed has %d departures, the first of them %s.%nMaybe the clock was set back."
              .formatted(verdict.departures().size(), verdict.departures().get(0).kind()));
    }
    HexFormat hex = HexFormat.of();
    return new Digests(
        counted.bytes, hex.formatHex(sha256.digest()), hex.formatHex(sha512.digest()));
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Counts what is read. */
  private static final class Counted extends FilterInputStream {
    private long bytes;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      bytes += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
      int read = super.read(to, from, length);
      bytes += Math.max(0, read);
      return read;
    }
  }
}
