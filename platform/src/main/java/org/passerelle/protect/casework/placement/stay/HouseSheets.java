package org.passerelle.protect.casework.placement.stay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.SealedJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Information for a house about a resident: only what the team of the case writes for it, field by
 * field, and only during the stay. A house of another organisation is informed by a referral, on a
 * basis, like everybody else.
 */
@Service
public class HouseSheets {
  /** Fields that a house may need, in order; empty ones are not shown. */
  public static final List<String> FIELDS =
      List.of(
          "known_as",
          "languages",
          "care",
          "food",
          "fears",
          "calms",
          "may_visit",
          "may_not_visit",
          "guardian",
          "school");

  private static final String PLACE = "stay.known";
  private final JdbcClient db;
  private final SealedJson sealed;
  private final StayRows rows;
  private final Stays stays;
  private final Cases cases;
  private final CaseRecord records;
  private final StayWords stayWords;

  HouseSheets(
      JdbcClient db,
      SealedJson sealed,
      StayRows rows,
      Stays stays,
      Cases cases,
      CaseRecord records,
      StayWords stayWords) {
    this.stayWords = stayWords;
    this.db = db;
    this.sealed = sealed;
    this.rows = rows;
    this.stays = stays;
    this.cases = cases;
    this.records = records;
  }

  /** The encrypted document. */
  record Known(Map<String, String> fields) {}

  /** Information for the house, in the order of the fields; empty once the stay is over. */
  @Transactional(readOnly = true)
  public Map<String, String> of(Stay stay) {
    Map<String, String> known = new LinkedHashMap<>();
    if (stay.open()) {
      db.sql("select known from stay where id = :id and known is not null")
          .param("id", stay.id())
          .query(byte[].class)
          .optional()
          .map(bytes -> sealed.open(stay.caseId(), PLACE, bytes, Known.class).fields())
          .ifPresent(
              fields ->
                  FIELDS.stream()
                      .filter(fields::containsKey)
                      .forEach(f -> known.put(f, fields.get(f))));
    }
    return known;
  }

  private boolean written(Stay stay) {
    return db.sql("select count(*) from stay where id = :id and known is not null")
            .param("id", stay.id())
            .query(Integer.class)
            .single()
        == 1;
  }

  /** Whether the house belongs to the organisation of the case. */
  @Transactional(readOnly = true)
  public boolean ownHouse(Stay stay) {
    return db.sql("select count(*) from safe_place where id = :place and house = :own")
            .param("place", stay.place())
            .param("own", stay.organisation())
            .query(Integer.class)
            .single()
        == 1;
  }

  /** Initial values from the case. */
  @Transactional(readOnly = true)
  public Map<String, String> proposed(Stay stay, SignedIn who) {
    Case file = cases.find(stay.caseId(), who);
    // fields that the team has emptied are not proposed again
    return written(stay) ? of(stay) : Map.of("known_as", file.details().pseudonym());
  }

  /**
   * Stores the information for the house; missing fields are removed.
   *
   * @throws NotFound if the reader does not see the case
   * @throws Refused if the house belongs to another organisation, the person does not live there,
   *     or a field names a shelter
   */
  @Transactional
  public void write(UUID id, Map<String, String> fields, SignedIn who) {
    rows.hold(id);
    Stay stay = stays.find(id, who);
    cases.check(stay.caseId(), who);
    if (!stay.open()) {
      throw new Refused("stay.refused.over");
    }
    if (!ownHouse(stay)) {
      throw new Refused("stay.refused.other-house");
    }
    Map<String, String> known = new LinkedHashMap<>();
    fields.forEach(
        (field, words) -> {
          if (FIELDS.contains(field) && !words.isBlank()) {
            known.put(field, words);
          }
        });
    stayWords.check(stay, known, who);
    db.sql("update stay set known = :known where id = :id")
        .param("known", sealed.seal(stay.caseId(), PLACE, new Known(known)))
        .param("id", id)
        .update();
    records.write(
        stay.caseId(),
        "stay.house-told",
        "",
        id,
        Map.of("stay", id.toString(), "fields", String.join(",", known.keySet())),
        who);
  }
}
