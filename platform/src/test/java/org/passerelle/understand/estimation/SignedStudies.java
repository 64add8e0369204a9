package org.passerelle.understand.estimation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.estimation.Estimate;
import org.passerelle.estimation.Findings;
import org.passerelle.protect.identity.find.SightingScope;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;

/** Studies whose result is given instead of computed, for tests of what becomes of them. */
public final class SignedStudies {
  /** People on exactly the lists of a mask: 347 in all. */
  private static final long[] COUNTS = {0, 101, 88, 31, 72, 29, 17, 9};

  /** The analyst's words, which stay inside. */
  public static final List<String> INSIDE =
      List.of("Arrivals by the northern road.", "From Zvezdara to the minister.", "Tamara Quill");

  /** People on exactly the lists of a mask. */
  public static long[] counts() {
    return COUNTS.clone();
  }

  private final House house;
  private final SignedIn analyst;

  /** Studies of an organisation. */
  public SignedStudies(House house, UUID organisation) {
    this.house = house;
    this.analyst = house.colleague(organisation, Role.ANALYST);
  }

  /** An estimate of a method. */
  public static Estimate estimate(
      String method, @Nullable Double number, @Nullable Double lower, @Nullable Double upper) {
    return new Estimate(
        List.of("health", "ngo", "police"),
        Arrays.stream(COUNTS).sum(),
        method,
        number,
        lower,
        upper,
        0.95,
        null,
        List.of(),
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        Map.of(),
        0);
  }

  /** A result with the counts of this class. */
  public static StudyResult result(Estimate... estimates) {
    return result(COUNTS, 4, estimates);
  }

  /** A result. */
  public static StudyResult result(long[] counts, int organisations, Estimate... estimates) {
    return new StudyResult(
        List.of("health", "ngo", "police"),
        counts,
        List.of(),
        organisations,
        (int) Arrays.stream(counts).sum(),
        new StudyResult.Recognition(0.99, 0.97, 0, null),
        List.of(estimates),
        new Findings(0.4, 0, List.of(), List.of(), List.of(), List.of(), List.of()));
  }

  /** One whose lower limit is what was seen. */
  public static StudyResult usual() {
    return result(
        estimate("stepwise", 512.4, 347.0, 803.2),
        estimate("bic", 431.0, 361.5, 655.0),
        estimate("chao", 402.0, 360.0, 500.0),
        estimate("dga", null, null, null));
  }

  /** A finished study that nobody signed. */
  public UUID unsigned(LocalDate from, LocalDate until, StudyResult result) {
    UUID id = house.get(Identifiers.class).next();
    StudyRows rows = house.get(StudyRows.class);
    rows.insert(
        id,
        new StudyRequest(
            new SightingScope(from, until, List.of("RS", "XK"), List.of("labour"), true),
            "kind",
            5,
            "mandate",
            "Yearly report",
            7),
        house.get(Identifiers.class).next(),
        analyst);
    rows.done(id, analyst.organisation(), 2, result, digest(result));
    return id;
  }

  /** A signed study. */
  public UUID signed(LocalDate from, LocalDate until, StudyResult result) {
    UUID id = unsigned(from, until, result);
    house.get(Studies.class).sign(id, signature(digest(result)), analyst);
    return id;
  }

  /** Somebody computed it again, with a result that the study did not have. */
  public void becomes(UUID study, StudyResult result) {
    house.get(StudyRows.class).done(study, analyst.organisation(), 2, result, digest(result));
  }

  /** A repetition. */
  public void repeated(UUID study, boolean same) {
    house.get(StudyRows.class).repeated(study, 2, "f".repeat(64), same, analyst);
  }

  private String digest(StudyResult result) {
    return house.get(StudyRun.class).digest(result);
  }

  private static Signature signature(String digest) {
    List<String> verdicts = List.of("holds", "doubtful", "holds", "fails", "doubtful");
    return new Signature(
        INSIDE.get(2),
        Signature.ASSUMPTIONS.stream()
            .map(
                code ->
                    new Signature.Judgement(
                        code, verdicts.get(Signature.ASSUMPTIONS.indexOf(code)), INSIDE.get(0)))
            .toList(),
        INSIDE.get(1),
        digest);
  }
}
