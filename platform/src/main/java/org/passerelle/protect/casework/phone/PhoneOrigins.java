package org.passerelle.protect.casework.phone;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.cases.Urgency;
import org.passerelle.protect.casework.screening.Outcome;
import org.passerelle.protect.casework.screening.Screening;
import org.passerelle.protect.casework.screening.ScreeningOrigin;
import org.passerelle.protect.casework.screening.Screenings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Describes a screening made on a phone: when, on which phone, and differences in the result. */
@Component
class PhoneOrigins implements ScreeningOrigin {
  private final RecordRows rows;
  private final RecordStorage keeping;
  private final SealedRecords seals;
  private final Screenings screenings;
  private final OriginWords words;
  private final AuditLog audit;

  PhoneOrigins(
      RecordRows rows,
      RecordStorage keeping,
      SealedRecords seals,
      Screenings screenings,
      OriginWords words,
      AuditLog audit) {
    this.rows = rows;
    this.keeping = keeping;
    this.seals = seals;
    this.screenings = screenings;
    this.words = words;
    this.audit = audit;
  }

  @Override
  @Transactional
  public Optional<Told> told(Screening screening, SignedIn who, Page page) {
    return rows.ofScreening(screening.id()).map(row -> told(row, screening, who, page));
  }

  private Told told(RecordRows.Row row, Screening screening, SignedIn who, Page page) {
    audit.write(
        who,
        "phone.record-read",
        "screening",
        screening.id(),
        Map.of("record", row.id().toString()));
    RecordContent content = keeping.content(row);
    return new Told(
        page.text("phones.origin"),
        warnings(content, screening, page),
        words.facts(row, page),
        words.parts(
            row,
            content,
            screenings.form(screening),
            "/protect/screenings/" + screening.id(),
            page));
  }

  private List<String> warnings(RecordContent content, Screening screening, Page page) {
    List<String> warnings = new ArrayList<>();
    DeliveredRecord.Said said = seals.proven(content.signed()).record().said();
    if (said != null && screening.isFinished() && differs(said, screening)) {
      warnings.add(page.text("phones.origin.differs", words(said, page)));
    }
    warnings.addAll(words.warnings(content, page));
    return warnings;
  }

  private static boolean differs(DeliveredRecord.Said said, Screening screening) {
    return !word(String.valueOf(screening.outcome())).equals(word(said.outcome()))
        || !word(String.valueOf(screening.urgency())).equals(word(said.urgency()))
        || screening.maybeMinor() != said.maybeMinor();
  }

  /** The result shown by the phone as text; unknown codes are shown as such. */
  private static String words(DeliveredRecord.Said said, Page page) {
    List<String> parts = new ArrayList<>();
    String outcome = word(said.outcome());
    parts.add(
        List.of(Outcome.values()).stream().anyMatch(one -> word(one.name()).equals(outcome))
            ? page.text("screening.outcome.short." + outcome)
            : outcome);
    String urgency = word(said.urgency());
    if (List.of(Urgency.RAISED, Urgency.HIGH).stream()
        .anyMatch(one -> word(one.name()).equals(urgency))) {
      parts.add(page.text("screening.urgency." + urgency));
    }
    if (said.maybeMinor()) {
      parts.add(page.text("screening.badge.minor"));
    }
    return page.texts().series(parts);
  }

  private static String word(String code) {
    return code.toLowerCase(Locale.ROOT).replace('-', '_');
  }
}
