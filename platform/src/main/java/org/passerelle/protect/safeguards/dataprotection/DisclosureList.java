package org.passerelle.protect.safeguards.dataprotection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditLog;
import org.passerelle.audit.AuditReader;
import org.passerelle.protect.casework.cases.Looks;
import org.passerelle.protect.sharing.consent.Disclosures;
import org.passerelle.protect.sharing.htcds.Exports;
import org.passerelle.protect.sharing.referral.withdrawal.WithdrawnDisclosures;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Disclosures about a person: who received what, on what basis, over all cases of the person in the
 * organisation. For the team of one of them, and the data protection officer, who learns nothing
 * else.
 */
@Service
public class DisclosureList {
  private static final int MOST_COPIES = 10_000;
  private final AuditReader log;
  private final PersonDataReaders about;
  private final Looks looks;
  private final Disclosures disclosures;
  private final WithdrawnDisclosures takenBack;
  private final Exports exports;
  private final AuditLog audit;

  DisclosureList(
      AuditReader log,
      PersonDataReaders about,
      Looks looks,
      Disclosures disclosures,
      WithdrawnDisclosures takenBack,
      Exports exports,
      AuditLog audit) {
    this.log = log;
    this.about = about;
    this.looks = looks;
    this.disclosures = disclosures;
    this.takenBack = takenBack;
    this.exports = exports;
    this.audit = audit;
  }

  /**
   * A disclosure.
   *
   * @param code code of the case
   * @param kind {@code referral}, {@code export}, {@code copy} or {@code print}
   * @param recipient another organisation, or null for the organisation itself or the person
   * @param basis kind of the basis, or empty if none is needed
   * @param fields codes of the fields given; empty if not given field by field
   * @param state {@code queued}, {@code delivered}, {@code stopped}, or empty
   * @param withdrawn the recall, or null
   */
  public record Line(
      String code,
      String kind,
      Instant at,
      UUID by,
      @Nullable UUID recipient,
      String purpose,
      String basis,
      List<String> fields,
      String state,
      WithdrawnDisclosures.@Nullable Withdrawn withdrawn) {
    public Line {
      fields = List.copyOf(fields);
    }
  }

  /** Disclosures about the person of a case, newest first. */
  public record All(String code, boolean team, List<Line> lines) {
    public All {
      lines = List.copyOf(lines);
    }
  }

  /**
   * The list; this access is logged as well.
   *
   * @throws NotFound if the case is not visible to this reader
   */
  @Transactional
  public All of(UUID file, SignedIn who) {
    PersonDataReaders.File known = about.file(file, who);
    List<Line> lines = new ArrayList<>();
    about.all(known, who).forEach(one -> add(one, lines));
    lines.sort(Comparator.comparing(Line::at).reversed());
    audit.write(who, "disclosures.read", "case", file, Map.of());
    return new All(known.code(), known.team(), lines);
  }

  /** The case with a code, for the data protection officer. */
  public Optional<UUID> byCode(String code, SignedIn who) {
    return looks.byCode(code, who);
  }

  private void add(PersonDataReaders.File file, List<Line> lines) {
    Map<UUID, WithdrawnDisclosures.Withdrawn> withdrawn = takenBack.of(file.id());
    for (Disclosures.Disclosure one : disclosures.of(file.id())) {
      lines.add(
          new Line(
              file.code(),
              "referral",
              one.at(),
              one.by(),
              one.recipient(),
              one.purpose(),
              one.basisKind(),
              one.fields(),
              one.state(),
              withdrawn.get(one.id())));
    }
    for (Exports.Made one : exports.of(file.id())) {
      if (one.made()) {
        lines.add(
            new Line(
                file.code(),
                "export",
                one.at(),
                one.by(),
                null,
                one.purpose(),
                "",
                one.fields(),
                "",
                null));
      }
    }
    copied("case.printed", "print", file, lines);
    copied("case.copy-given", "copy", file, lines);
  }

  private void copied(String action, String kind, PersonDataReaders.File file, List<Line> lines) {
    for (AuditEntry entry : log.entries(file.id(), null, action, 0, MOST_COPIES)) {
      UUID by = entry.user();
      if (by != null && entry.action().equals(action)) {
        lines.add(new Line(file.code(), kind, entry.at(), by, null, "", "", List.of(), "", null));
      }
    }
  }
}
