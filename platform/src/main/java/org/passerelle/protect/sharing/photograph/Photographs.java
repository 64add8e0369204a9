package org.passerelle.protect.sharing.photograph;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Days;
import org.passerelle.pages.picture.CleanPicture;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.due.MissingPersons;
import org.passerelle.protect.sharing.consent.ConsentDraft;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.consent.StatedBasis;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.undo.RemovedContent;
import org.passerelle.undo.Undo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Photographs of the person of a case, for its team. */
@Service
public class Photographs {
  /** The category of its consent, which covers nothing else. */
  public static final String CATEGORY = "photograph";

  /** Purpose for which it is kept. */
  public static final String PURPOSE = "protection_and_placement";

  static final String WITHDRAWN = "photograph.withdrawn";
  private final JdbcClient db;
  private final Cases cases;
  private final Consents consents;
  private final StatedBasis bases;
  private final CaseRecord records;
  private final MissingPersons missing;
  private final Undo undo;
  private final PhotographWithdrawalUndo back;

  Photographs(
      JdbcClient db,
      Cases cases,
      Consents consents,
      StatedBasis bases,
      CaseRecord records,
      MissingPersons missing,
      Undo undo,
      PhotographWithdrawalUndo back) {
    this.back = back;
    this.db = db;
    this.cases = cases;
    this.consents = consents;
    this.bases = bases;
    this.records = records;
    this.missing = missing;
    this.undo = undo;
  }

  /**
   * A photograph without its picture.
   *
   * @param consent consent on which it is kept
   * @param until last day of the consent
   */
  public record Photograph(
      UUID id, UUID consent, LocalDate until, int width, int height, Instant at, UUID by) {}

  public record Picture(String type, byte[] content) {}

  /**
   * The consent to a photograph.
   *
   * @param capacity code of {@code capacities}
   * @param mandate mandate of a guardian, or null
   * @param explainedIn code of {@code languages}
   * @param until last day on which it is kept
   */
  public record Agreed(
      String capacity, @Nullable UUID mandate, String explainedIn, LocalDate until) {}

  /** Photographs of a case, newest first, without pictures. */
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

  /** Number of photographs. */
  @Transactional(readOnly = true)
  public int count(UUID caseId, SignedIn who) {
    return of(caseId, who).size();
  }

  /**
   * Stores a photograph with its consent, re-encoded without camera metadata.
   *
   * @throws Refused if it is not a picture, too large, one too many, or the giver is not entitled
   *     to consent
   */
  @Transactional
  public UUID add(UUID caseId, byte[] sent, Agreed agreed, SignedIn who) {
    Case file = cases.find(caseId, who);
    CleanPicture.Clean clean = CleanPicture.of(sent);
    back.refuseOneTooMany(caseId);
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
    UUID id =
        back.insert(
            new PhotographWithdrawalUndo.Whole(
                caseId,
                file.organisation(),
                consent,
                agreed.until(),
                clean.width(),
                clean.height(),
                new Picture(clean.type(), clean.content()),
                records.now().toInstant(),
                who.user()));
    records.write(caseId, "photograph.added", "", id, Map.of("photograph", id.toString()), who);
    return id;
  }

  /**
   * Whether the person is missing, in which case their photograph can be opened regardless of
   * objections.
   */
  @Transactional(readOnly = true)
  public boolean missing(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return missing.is(caseId);
  }

  /**
   * Opens a photograph; the access is logged. While the person is missing, objections to the
   * consent or its giver do not prevent access, because searchers must recognise the person. The
   * log records this with the objection.
   *
   * @throws Refused if the consent is not valid today and the person is not missing
   */
  @Transactional
  public Picture look(UUID caseId, UUID id, SignedIn who) {
    Case file = cases.find(caseId, who);
    Photograph found = found(caseId, id, who);
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
    return back.picture(id);
  }

  /**
   * Withdraws the consent, which deletes the photograph.
   *
   * @return identifier of the undo offer
   */
  @Transactional
  public UUID withdraw(UUID caseId, UUID id, SignedIn who) {
    Case file = cases.find(caseId, who);
    Photograph found = found(caseId, id, who);
    PhotographWithdrawalUndo.Whole whole =
        new PhotographWithdrawalUndo.Whole(
            caseId,
            file.organisation(),
            found.consent,
            found.until,
            found.width,
            found.height,
            back.picture(id),
            found.at,
            found.by);
    UUID offer = undo.offer(WITHDRAWN, id, RemovedContent.sealed(caseId, whole), who);
    consents.withdraw(caseId, found.consent, who);
    return offer;
  }

  private Photograph found(UUID caseId, UUID id, SignedIn who) {
    return of(caseId, who).stream()
        .filter(p -> p.id().equals(id))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private LocalDate today() {
    return Days.newest(records.now().toInstant());
  }
}
