package org.passerelle.prosecute.suspect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.prosecute.investigation.InvestigationOutlines;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.victim.Victims;
import org.passerelle.storage.KeyedMarks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the same suspect in other investigations of this installation, by telephones, accounts,
 * vehicles, documents and names on networks. Marks of organisations cannot be compared with each
 * other, so each value is marked as each organisation would. What is found is for the application
 * alone: whoever shows something of it has a rule of their own.
 */
@Component
public class SuspectRecognition {
  private final JdbcClient db;
  private final KeyedMarks marks;
  private final InvestigationRecord records;
  private final InvestigationOutlines investigations;
  private final Victims victims;

  SuspectRecognition(
      JdbcClient db,
      KeyedMarks marks,
      InvestigationRecord records,
      InvestigationOutlines investigations,
      Victims victims) {
    this.db = db;
    this.marks = marks;
    this.records = records;
    this.investigations = investigations;
    this.victims = victims;
  }

  /** The same suspect elsewhere. */
  public record Same(UUID suspect, UUID investigation, int number) {}

  private record Found(UUID suspect, UUID investigation, int number, @Nullable UUID fromVictim) {}

  /**
   * Those who are the same, in other investigations. Whom a case named is neither compared nor
   * found while its basis does not hold, and nobody who was erased.
   */
  public List<Same> of(UUID suspect) {
    Found own =
        db.sql("select id, investigation, number, from_victim from suspect where id = :id")
            .param("id", suspect)
            .query((row, i) -> found(row))
            .single();
    if (!isShown(own)) {
      return List.of();
    }
    Set<Same> same = new LinkedHashSet<>();
    values(suspect)
        .forEach(
            value ->
                elsewhere(value, own.investigation).stream()
                    .filter(this::isShown)
                    .map(one -> new Same(one.suspect, one.investigation, one.number))
                    .forEach(same::add));
    return List.copyOf(same);
  }

  private boolean isShown(Found one) {
    return one.fromVictim == null
        || victims.shown(one.fromVictim, investigations.organisation(one.investigation));
  }

  /** A value as each organisation would mark it. */
  record Value(String kind, List<String> marks) {}

  /** What a suspect is recognised by. */
  List<Value> values(UUID suspect) {
    List<UUID> organisations = investigations.organisations();
    return db.sql("select kind, words from suspect_identifier where suspect = :id order by id")
        .param("id", suspect)
        .query(
            (row, i) -> {
              String kind = row.getString("kind");
              String value =
                  records
                      .open(suspect, Traits.PLACE, row.getBytes("words"), Traits.Words.class)
                      .value();
              return new Value(
                  kind,
                  organisations.stream().map(one -> Traits.mark(marks, one, kind, value)).toList());
            })
        .list();
  }

  private List<Found> elsewhere(Value value, UUID own) {
    return db.sql(
            """
            select distinct s.id, s.investigation, s.number, s.from_victim from suspect s
              join suspect_identifier t on t.suspect = s.id
             where t.kind = :kind and t.mark in (:marks) and s.identity is not null
               and s.investigation <> :own
             order by s.investigation, s.number limit 100
            """)
        .param("kind", value.kind)
        .param("marks", value.marks)
        .param("own", own)
        .query((row, i) -> found(row))
        .list();
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(
        row.getObject("id", UUID.class),
        row.getObject("investigation", UUID.class),
        row.getInt("number"),
        row.getObject("from_victim", UUID.class));
  }
}
