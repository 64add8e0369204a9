package org.passerelle.protect.photograph;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.CleanPicture;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Refused;
import org.passerelle.protect.Columns;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.CaseRecord;
import org.passerelle.protect.cases.Cases;
import org.passerelle.protect.consent.ConsentDraft;
import org.passerelle.protect.consent.Consents;
import org.passerelle.protect.consent.StatedBasis;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Photographs of the person of a case, for its team. */
@Service
public class Photographs {
  /** The category that its consent covers, and nothing else does. */
  public static final String CATEGORY = "photograph";

  /** What it is kept for. */
  public static final String PURPOSE = "protection_and_placement";

  private static final int MOST = 3;
  private static final String CONTENT = "photograph.content";
  private final JdbcClient db;
  private final Vault vault;
  private final Cases cases;
  private final Consents consents;
  private final StatedBasis bases;
  private final CaseRecord records;
  private final Identifiers identifiers;
  private final Clock clock;

  Photographs(
      JdbcClient db,
      Vault vault,
      Cases cases,
      Consents consents,
      StatedBasis bases,
      CaseRecord records,
      Identifiers identifiers,
      Clock clock) {
    this.db = db;
    this.vault = vault;
    this.cases = cases;
    this.consents = consents;
    this.bases = bases;
    this.records = records;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * One without what it shows.
   *
   * @param consent on which it is kept
   * @param until last day of the consent
   */
  public record Photograph(
      UUID id, UUID consent, LocalDate until, int width, int height, Instant at, UUID by) {}

  /** What it shows. */
  public record Picture(String type, byte[] content) {}

  /**
   * Who agreed to it.
   *
   * @param capacity code of {@code capacities}
   * @param mandate of a guardian, or null
   * @param explainedIn code of {@code languages}
   * @param until last day on which it is kept
   */
  public record Agreed(
      String capacity, @Nullable UUID mandate, String explainedIn, LocalDate until) {}

  /** Those of a case, the newest first; nothing of what they show. */
  @Transactional(readOnly = true)
  public List<Photograph> of(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return db.sql(
            """
            select id, consent, until_day, width, height, at, by_user from photograph
             where case_id = :case order by at desc, id
            """)
        .param("case", caseId)
        .query(
            (row, i) ->
                new Photograph(
                    row.getObject("id", UUID.class),
                    row.getObject("consent", UUID.class),
                    row.getObject("until_day", LocalDate.class),
                    row.getInt("width"),
                    row.getInt("height"),
                    Columns.instant(row, "at"),
                    row.getObject("by_user", UUID.class)))
        .list();
  }

  /** How many there are. */
  @Transactional(readOnly = true)
  public int count(UUID caseId, SignedIn who) {
    return of(caseId, who).size();
  }

  /**
   * Keeps a photograph, written anew without anything that the camera said, with the consent to it.
   *
   * @throws Refused if it is no picture, too large, one too many, or nobody agreed who can
   */
  @Transactional
  public UUID add(UUID caseId, byte[] sent, Agreed agreed, SignedIn who) {
    Case file = cases.find(caseId, who);
    CleanPicture.Clean clean = CleanPicture.of(sent);
    if (of(caseId, who).size() >= MOST) {
      throw new Refused("photograph.refused.many", MOST).at("file");
    }
    LocalDate today = today();
    UUID consent =
        consents.record(
            caseId,
            new ConsentDraft(
                true,
                PURPOSE,
                file.organisation(),
                Set.of(CATEGORY),
                agreed.capacity(),
                agreed.mandate(),
                agreed.explainedIn(),
                false,
                null,
                today,
                agreed.until(),
                ""),
            who);
    UUID id = identifiers.next();
    vault.createKey(id, caseId);
    db.sql(
            """
            insert into photograph
              (id, case_id, organisation, consent, until_day, media_type, width, height, content, at, by_user)
            values
              (:id, :case, :organisation, :consent, :until, :type, :width, :height, :content, :now, :user)
            """)
        .param("id", id)
        .param("case", caseId)
        .param("organisation", file.organisation())
        .param("consent", consent)
        .param("until", agreed.until())
        .param("type", clean.type())
        .param("width", clean.width())
        .param("height", clean.height())
        .param("content", vault.sealBytes(id, CONTENT, clean.content()))
        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .param("user", who.user())
        .update();
    records.write(caseId, "photograph.added", "", id, Map.of("photograph", id.toString()), who);
    return id;
  }

  /** Whether nobody knows where the person is, so that their photograph opens whatever stands. */
  @Transactional(readOnly = true)
  public boolean missing(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return db.sql("select count(*) from stay where case_id = :case and state = 'missing'")
            .param("case", caseId)
            .query(Integer.class)
            .single()
        > 0;
  }

  /**
   * Looks at one; the look is logged. While the person is missing, nothing that stands against the
   * consent or whoever gave it keeps it shut: whoever looks for them must know them. The log says
   * so, and what stood against it.
   *
   * @throws Refused if the consent to it does not hold today, and the person is not missing
   */
  @Transactional
  public Picture look(UUID caseId, UUID id, SignedIn who) {
    Case file = cases.find(caseId, who);
    Photograph found =
        of(caseId, who).stream()
            .filter(p -> p.id().equals(id))
            .findFirst()
            .orElseThrow(NotFound::new);
    Map<String, String> look = new HashMap<>(Map.of("photograph", id.toString()));
    var objection =
        bases.judge(file, file.organisation(), PURPOSE, Set.of(CATEGORY), found.consent());
    if (objection.isPresent()) {
      if (!missing(caseId, who)) {
        throw new Refused(objection.get().key(), objection.get().arguments().toArray());
      }
      look.put("because", "missing");
      look.put("although", objection.get().key());
    }
    records.look(caseId, "photograph.read", look, who);
    return db.sql("select media_type, content from photograph where id = :id")
        .param("id", id)
        .query(
            (row, i) ->
                new Picture(
                    row.getString("media_type"),
                    vault.openBytes(id, CONTENT, row.getBytes("content"))))
        .single();
  }

  /** Whoever wants it gone withdraws the consent; the photograph goes with it. */
  @Transactional
  public void withdraw(UUID caseId, UUID id, SignedIn who) {
    Optional<Photograph> found =
        of(caseId, who).stream().filter(p -> p.id().equals(id)).findFirst();
    consents.withdraw(caseId, found.orElseThrow(NotFound::new).consent(), who);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
