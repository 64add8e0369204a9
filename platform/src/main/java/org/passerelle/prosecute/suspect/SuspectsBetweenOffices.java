package org.passerelle.prosecute.suspect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.prosecute.investigation.InvestigationOutlines;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the same suspect in investigations of other organisations, for hit / no hit. Victims are
 * never in it: nobody who is one, or may have been compelled; no value that such a person bears
 * anywhere on this installation; nobody whom a case named. Whoever was cleared is not in it either.
 * What is found is for the application alone.
 */
@Component
public class SuspectsBetweenOffices {
  private final JdbcClient db;
  private final SuspectRecognition recognition;
  private final InvestigationOutlines investigations;

  SuspectsBetweenOffices(
      JdbcClient db, SuspectRecognition recognition, InvestigationOutlines investigations) {
    this.db = db;
    this.recognition = recognition;
    this.investigations = investigations;
  }

  /** The same suspect at another office. */
  public record Same(UUID suspect, UUID investigation) {}

  private record Bearer(UUID suspect, UUID investigation, boolean victim, boolean compared) {}

  /** Whether a suspect may be compared at all. */
  public boolean isCompared(UUID suspect) {
    return find(suspect).filter(Bearer::compared).isPresent();
  }

  /** Whether there is nothing to recognise a suspect by. */
  public boolean isBare(UUID suspect) {
    return db.sql("select count(*) from suspect_identifier where suspect = :id")
            .param("id", suspect)
            .query(Integer.class)
            .single()
        == 0;
  }

  /** Those who are the same, at other organisations; the relation is symmetric. */
  public List<Same> of(UUID suspect) {
    Optional<Bearer> own = find(suspect).filter(Bearer::compared);
    if (own.isEmpty()) {
      return List.of();
    }
    UUID office = investigations.organisation(own.get().investigation);
    Set<Same> same = new LinkedHashSet<>();
    for (SuspectRecognition.Value value : recognition.values(suspect)) {
      List<Bearer> bearers = bearers(value);
      if (bearers.stream().noneMatch(Bearer::victim)) {
        bearers.stream()
            .filter(Bearer::compared)
            .filter(one -> !investigations.organisation(one.investigation).equals(office))
            .map(one -> new Same(one.suspect, one.investigation))
            .forEach(same::add);
      }
    }
    return List.copyOf(same);
  }

  private Optional<Bearer> find(UUID suspect) {
    return db.sql("select * from suspect where id = :id")
        .param("id", suspect)
        .query((row, i) -> bearer(row))
        .optional();
  }

  /**
   * Everybody who bears a value, in whatever investigation; no limit, since one may be a victim.
   */
  private List<Bearer> bearers(SuspectRecognition.Value value) {
    return db.sql(
            """
            select s.* from suspect s
             where exists (select 1 from suspect_identifier t
                            where t.suspect = s.id and t.kind = :kind and t.mark in (:marks))
             order by s.investigation, s.number
            """)
        .param("kind", value.kind())
        .param("marks", value.marks())
        .query((row, i) -> bearer(row))
        .list();
  }

  private static Bearer bearer(ResultSet row) throws SQLException {
    boolean victim = row.getObject("victim") != null || row.getString("flag").equals("raised");
    return new Bearer(
        row.getObject("id", UUID.class),
        row.getObject("investigation", UUID.class),
        victim,
        !victim
            && row.getObject("identity") != null
            && row.getObject("from_victim") == null
            && !row.getString("state").equals("cleared"));
  }
}
