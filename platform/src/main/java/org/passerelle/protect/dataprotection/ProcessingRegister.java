package org.passerelle.protect.dataprotection;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.pages.ChangedMeanwhile;
import org.passerelle.protect.Columns;
import org.passerelle.protect.consent.DisclosureSummary;
import org.passerelle.storage.SealedJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the register of processing (GDPR, article 30) needs beyond what rooms say of themselves: who
 * answers for the organisation, which a person enters, and to whom data went, which is counted.
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
   * Who answers for the organisation.
   *
   * @param contact how the controller is reached
   * @param officer how the data protection officer is reached
   * @param representative in the European Union (article 27); empty if there is none
   * @param joint controllers who decide together with this one; empty if there are none
   */
  public record Answering(String contact, String officer, String representative, String joint) {
    static final Answering NOBODY = new Answering("", "", "", "");
  }

  /** The same with the version that stands; zero before anybody entered anything. */
  public record Entered(Answering answering, int version) {}

  /**
   * What went to a recipient for a purpose on a kind of basis.
   *
   * @param transfer a code of {@code transfer_instruments}, or empty if none was named
   */
  public record Given(
      UUID recipient,
      String purpose,
      String basis,
      String transfer,
      long times,
      LocalDate latest) {}

  /** Who answers for the organisation. */
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
   * Enters who answers.
   *
   * @param version that the page was opened on
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

  /** To whom data of the organisation's cases went, the most often first. */
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
                    one.last().atZone(ZoneOffset.UTC).toLocalDate()))
        .toList();
  }
}
