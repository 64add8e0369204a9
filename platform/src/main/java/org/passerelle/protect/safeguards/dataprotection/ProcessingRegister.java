package org.passerelle.protect.safeguards.dataprotection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.language.Days;
import org.passerelle.protect.sharing.consent.DisclosureSummary;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.storage.Columns;
import org.passerelle.storage.SealedJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Data of the register of processing (GDPR, article 30) that packages do not provide: those
 * responsible, entered by a user, and recipients, counted from disclosures.
 */
@Service
public class ProcessingRegister {
  private static final String PLACE = "processing_register.words";
  private final JdbcClient db;
  private final DisclosureSummary disclosureSummary;
  private final SealedJson sealed;
  private final AuditLog audit;
  private final Clock clock;

  ProcessingRegister(
      JdbcClient db,
      DisclosureSummary disclosureSummary,
      SealedJson sealed,
      AuditLog audit,
      Clock clock) {
    this.db = db;
    this.disclosureSummary = disclosureSummary;
    this.sealed = sealed;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Parties responsible for processing.
   *
   * @param contact contact of the controller
   * @param officer contact of the data protection officer
   * @param representative representative in the European Union (article 27), or empty
   * @param joint joint controllers, or empty
   */
  public record Answering(String contact, String officer, String representative, String joint) {
    static final Answering NOBODY = new Answering("", "", "", "");
  }

  /** The same with its version; zero before the first entry. */
  public record Entered(Answering answering, int version) {}

  /**
   * Disclosures to a recipient for a purpose on a kind of basis.
   *
   * @param transfer code of {@code transfer_instruments}, or empty
   */
  public record Given(
      UUID recipient,
      String purpose,
      String basis,
      String transfer,
      long times,
      LocalDate latest) {}

  /** Parties responsible for processing. */
  @Transactional(readOnly = true)
  public Entered answering(SignedIn who) {
    return db.sql(
            "select words, version from processing_register where organisation = :organisation")
        .param("organisation", who.organisation())
        .query(
            (row, i) ->
                new Entered(
                    sealed.open(who.organisation(), PLACE, row.getBytes("words"), Answering.class),
                    row.getInt("version")))
        .optional()
        .orElse(new Entered(Answering.NOBODY, 0));
  }

  /**
   * Updates those responsible.
   *
   * @param version version on which the form is based
   * @throws ChangedMeanwhile if a colleague saved in between
   */
  @Transactional
  public void enter(Answering answering, int version, SignedIn who) {
    int changed =
        db.sql(
                version == 0
                    ? """
                      insert into processing_register (organisation, words, version, at, by_user)
                      values (:organisation, :words, :version + 1, :at, :user)
                      on conflict do nothing
                      """
                    : """
                      update processing_register
                         set words = :words, version = version + 1, at = :at, by_user = :user
                       where organisation = :organisation and version = :version
                      """)
            .param("organisation", who.organisation())
            .param("words", sealed.seal(who.organisation(), PLACE, answering))
            .param("version", version)
            .param("at", Columns.at(clock.instant()))
            .param("user", who.user())
            .update();
    if (changed == 0) {
      throw new ChangedMeanwhile(version, answering(who).version());
    }
    audit.write(who, "processing.changed", "organisation", who.organisation(), Map.of());
  }

  /** Recipients of data of the organisation's cases, most frequent first. */
  @Transactional(readOnly = true)
  public List<Given> given(SignedIn who) {
    return disclosureSummary.byPurpose(who.organisation()).stream()
        .map(
            one ->
                new Given(
                    one.recipient(),
                    one.purpose(),
                    one.basisKind(),
                    one.transfer(),
                    one.times(),
                    Days.newest(one.last())))
        .toList();
  }
}
