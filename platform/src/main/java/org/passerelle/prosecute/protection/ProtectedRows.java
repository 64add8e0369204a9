package org.passerelle.prosecute.protection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of protected persons, with the words that nobody else opens. */
@Component
class ProtectedRows {
  static final String PLACE = "protected_person.words";
  private final JdbcClient db;
  private final InvestigationRecord records;

  ProtectedRows(JdbcClient db, InvestigationRecord records) {
    this.db = db;
    this.records = records;
  }

  /** A person, with what would reveal them as it is sealed. */
  record Row(ProtectedPerson person, byte @Nullable [] words) {}

  /** By number. */
  List<Row> of(UUID investigation) {
    Map<UUID, Set<UUID>> marked = new HashMap<>();
    db.sql(
            """
            select i.person, i.exhibit from exhibit_identifies i
              join protected_person p on p.id = i.person where p.investigation = :id
            """)
        .param("id", investigation)
        .query(
            row -> {
              marked
                  .computeIfAbsent(row.getObject("person", UUID.class), p -> new HashSet<>())
                  .add(row.getObject("exhibit", UUID.class));
            });
    return db.sql("select * from protected_person where investigation = :id order by number")
        .param("id", investigation)
        .query(
            (row, i) -> {
              UUID id = row.getObject("id", UUID.class);
              byte[] words = row.getBytes("words");
              return new Row(
                  new ProtectedPerson(
                      id,
                      row.getInt("number"),
                      row.getString("kind"),
                      row.getObject("victim", UUID.class),
                      row.getString("hidden_from"),
                      words != null,
                      row.getObject("ended_at") != null,
                      marked.getOrDefault(id, Set.of())),
                  words);
            })
        .list();
  }

  int count(UUID investigation) {
    return db.sql(
            "select count(*) from protected_person where investigation = :id and ended_at is null")
        .param("id", investigation)
        .query(Integer.class)
        .single();
  }

  /** What would reveal somebody; empty if it was destroyed. */
  List<String> words(UUID investigation, Row row) {
    byte[] words = row.words;
    return words == null
        ? List.of()
        : records.open(investigation, PLACE, words, ProtectedPerson.Revealing.class).words();
  }
}
