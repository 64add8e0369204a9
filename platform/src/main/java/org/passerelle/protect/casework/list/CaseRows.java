package org.passerelle.protect.casework.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.protect.casework.cases.CaseState;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.Risk;
import org.passerelle.protect.casework.cases.Urgency;
import org.passerelle.protect.person.PersonAges;
import org.passerelle.storage.Columns;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads list rows of cases: no names, and only unencrypted data of the person. */
@Component
public class CaseRows {
  private final JdbcClient db;
  private final Cases cases;
  private final PersonAges ages;

  CaseRows(JdbcClient db, Cases cases, PersonAges ages) {
    this.db = db;
    this.ages = ages;
    this.cases = cases;
  }

  /** Rows of cases whose access the caller has checked, in the given order. */
  public List<CaseList.Row> rows(List<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<UUID, Found> byId = new HashMap<>();
    db.sql(
            CaseSight.in(
                """
            select c.id, c.person, c.code, c.state, c.form, c.country, c.minor, c.non_punishment, c.lead_user, c.changed_at,
                   c.opened_at, c.first_contact, c.asylum, c.next_due, c.urgency, c.risk, c.details
              from {case c} where c.id = any(cast(:ids as uuid array))
            """))
        .param("ids", UuidArray.of(ids))
        .query((row, i) -> found(row, 0, "changed"))
        .list()
        .forEach(one -> byId.put(one.row.id(), one));
    return complete(ids.stream().map(byId::get).filter(Objects::nonNull).toList());
  }

  record Found(CaseList.Row row, UUID person, CasePlace place) {}

  Found found(ResultSet row, int group, String by) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    Instant changed = Columns.instant(row, "changed_at");
    Instant opened = Columns.instant(row, "opened_at");
    Instant due = Columns.instantOrNull(row, "next_due");
    String code = row.getString("code");
    String key =
        switch (by) {
          case "code" -> code;
          case "opened" -> CaseQuery.key(opened);
          case "due" -> CaseQuery.key(Objects.requireNonNull(due));
          default -> CaseQuery.key(changed);
        };
    return new Found(
        new CaseList.Row(
            id,
            code,
            cases.pseudonym(id, row.getBytes("details")),
            CaseState.of(row.getString("state")),
            row.getString("form"),
            row.getString("country"),
            row.getBoolean("minor"),
            row.getBoolean("non_punishment"),
            row.getObject("lead_user", UUID.class),
            null,
            null,
            null,
            changed,
            due,
            opened,
            row.getObject("first_contact", LocalDate.class),
            row.getString("asylum"),
            Urgency.of(row.getString("urgency")),
            Risk.of(row.getString("risk"))),
        row.getObject("person", UUID.class),
        new CasePlace(group, key, id));
  }

  /** Adds data of the persons with one statement per page. */
  List<CaseList.Row> complete(List<Found> found) {
    if (found.isEmpty()) {
      return List.of();
    }
    Map<UUID, PersonAges.Age> persons =
        ages.of(found.stream().map(Found::person).distinct().toList());
    return found.stream()
        .map(
            one -> {
              PersonAges.Age age = persons.getOrDefault(one.person, PersonAges.Age.UNKNOWN);
              return one.row.of(age.from(), age.to(), age.gender());
            })
        .toList();
  }
}
