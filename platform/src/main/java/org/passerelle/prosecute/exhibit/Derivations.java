package org.passerelle.prosecute.exhibit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.investigation.InvestigationSight;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * From which exhibits another one was derived. It is said before that one is taken in, of exhibits
 * that were; so no derivation can lead back to itself. Safe for concurrent use.
 */
@Service
public class Derivations {
  private static final String PLACE = "exhibit_derivation.words";
  private static final Set<String> MADE_BY_SOMEBODY =
      Set.of("transcript", "translation", Derivation.REPORT);
  private final JdbcClient db;
  private final ExhibitRows rows;
  private final Captures captures;
  private final InvestigationSight sight;
  private final InvestigationRecord records;

  Derivations(
      JdbcClient db,
      ExhibitRows rows,
      Captures captures,
      InvestigationSight sight,
      InvestigationRecord records) {
    this.db = db;
    this.rows = rows;
    this.captures = captures;
    this.sight = sight;
    this.records = records;
  }

  /** Those of an investigation by exhibit; the caller has opened it, which is logged. */
  @Transactional(readOnly = true)
  public Map<UUID, Derivation> of(UUID investigation, SignedIn who) {
    sight.check(investigation, who);
    Map<UUID, List<UUID>> sources = new HashMap<>();
    db.sql(
            """
            select s.exhibit, s.source from exhibit_source s
              join exhibit e on e.id = s.exhibit join exhibit f on f.id = s.source
             where e.investigation = :id order by f.number
            """)
        .param("id", investigation)
        .query(
            row -> {
              sources
                  .computeIfAbsent(row.getObject("exhibit", UUID.class), e -> new ArrayList<>())
                  .add(row.getObject("source", UUID.class));
            });
    Map<UUID, Derivation> derived = new HashMap<>();
    db.sql(
            """
            select d.* from exhibit_derivation d join exhibit e on e.id = d.exhibit
             where e.investigation = :id
            """)
        .param("id", investigation)
        .query(
            row -> {
              UUID id = row.getObject("exhibit", UUID.class);
              derived.put(
                  id,
                  new Derivation(
                      row.getString("way"),
                      sources.getOrDefault(id, List.of()),
                      records.open(id, PLACE, row.getBytes("words"), Derivation.Words.class)));
            });
    return derived;
  }

  /**
   * Says from what an exhibit was derived, instead of what was said before.
   *
   * @throws NotFound if there is no such exhibit
   * @throws Refused if it was taken in or is a capture, a source was not taken in, nobody is named
   *     who made it, or an expert report has no question
   */
  @Transactional
  public void say(UUID investigation, UUID exhibit, Derivation derivation, SignedIn who) {
    Exhibit one = described(investigation, exhibit, who);
    if (captures.find(exhibit).isPresent()) {
      throw new Refused("exhibit.refused.capture-derived").at("way");
    }
    Set<UUID> sources = new LinkedHashSet<>(derivation.sources());
    if (sources.isEmpty()) {
      throw new Refused("exhibit.refused.no-source").at("sources");
    }
    for (UUID source : sources) {
      if (rows.find(investigation, source).filter(Exhibit::held).isEmpty()) {
        throw new Refused("exhibit.refused.source").at("sources");
      }
    }
    Derivation.Words words = derivation.words();
    if (MADE_BY_SOMEBODY.contains(derivation.way()) && words.maker().isEmpty()) {
      throw new Refused("exhibit.refused.maker").at("maker");
    }
    if (derivation.way().equals(Derivation.REPORT) && words.question().isEmpty()) {
      throw new Refused("exhibit.refused.question").at("question");
    }
    remove(exhibit);
    db.sql("insert into exhibit_derivation (exhibit, way, words) values (:exhibit, :way, :words)")
        .param("exhibit", exhibit)
        .param("way", derivation.way())
        .param("words", records.seal(exhibit, PLACE, words, who))
        .update();
    for (UUID source : sources) {
      db.sql("insert into exhibit_source (exhibit, source) values (:exhibit, :source)")
          .param("exhibit", exhibit)
          .param("source", source)
          .update();
    }
    records.write(
        investigation,
        "exhibit.derived",
        one.number(),
        exhibit,
        Map.of("way", derivation.way()),
        who);
  }

  /** Says that an exhibit is an original after all; repeating it changes nothing. */
  @Transactional
  public void unsay(UUID investigation, UUID exhibit, SignedIn who) {
    Exhibit one = described(investigation, exhibit, who);
    if (remove(exhibit)) {
      records.write(investigation, "exhibit.original", one.number(), exhibit, Map.of(), who);
    }
  }

  /** One that nobody takes in meanwhile. */
  private Exhibit described(UUID investigation, UUID exhibit, SignedIn who) {
    sight.checkOpen(investigation, who);
    Optional<Exhibit> there = rows.find(investigation, exhibit);
    if (there.isEmpty()) {
      throw new NotFound();
    }
    rows.hold(exhibit);
    Exhibit one = rows.find(investigation, exhibit).orElseThrow(NotFound::new);
    if (one.held()) {
      throw new Refused("exhibit.refused.taken-in");
    }
    if (rows.isRedaction(exhibit)) {
      throw new Refused("exhibit.refused.burnt");
    }
    return one;
  }

  private boolean remove(UUID exhibit) {
    db.sql("delete from exhibit_source where exhibit = :exhibit")
        .param("exhibit", exhibit)
        .update();
    return db.sql("delete from exhibit_derivation where exhibit = :exhibit")
            .param("exhibit", exhibit)
            .update()
        > 0;
  }
}
