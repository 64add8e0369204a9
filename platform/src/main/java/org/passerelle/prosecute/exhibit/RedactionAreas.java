package org.passerelle.prosecute.exhibit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.SignedIn;
import org.passerelle.evidence.redaction.Area;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.investigation.InvestigationSight;
import org.passerelle.prosecute.investigation.Worded;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.Identifiers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Areas that are marked on an exhibit until they are burnt into a copy. */
@Service
public class RedactionAreas {
  private static final String PLACE = "redaction_area.reason";
  private static final String PDF = "application/pdf";
  private final JdbcClient db;
  private final Exhibits exhibits;
  private final Derivations derivations;
  private final InvestigationSight sight;
  private final InvestigationRecord records;
  private final Identifiers identifiers;

  RedactionAreas(
      JdbcClient db,
      Exhibits exhibits,
      Derivations derivations,
      InvestigationSight sight,
      InvestigationRecord records,
      Identifiers identifiers) {
    this.db = db;
    this.exhibits = exhibits;
    this.derivations = derivations;
    this.sight = sight;
    this.records = records;
    this.identifiers = identifiers;
  }

  /** Those of an exhibit by page, from above. */
  @Transactional(readOnly = true)
  public List<RedactionArea> of(UUID investigation, UUID exhibit, SignedIn who) {
    exhibits.find(investigation, exhibit, who);
    return db.sql("select * from redaction_area where exhibit = :exhibit order by page, y, x, id")
        .param("exhibit", exhibit)
        .query(
            (row, i) ->
                new RedactionArea(
                    row.getObject("id", UUID.class),
                    new Area(
                        row.getInt("page"),
                        row.getDouble("x"),
                        row.getDouble("y"),
                        row.getDouble("width"),
                        row.getDouble("height")),
                    records
                        .open(exhibit, PLACE, row.getBytes("reason"), Worded.Text.class)
                        .words()))
        .list();
  }

  /**
   * Marks an area.
   *
   * @throws NotFound if the exhibit is no PDF that was taken in
   * @throws org.passerelle.refusal.Refused if the investigation is closed
   */
  @Transactional
  public UUID mark(UUID investigation, UUID exhibit, Area area, String reason, SignedIn who) {
    open(investigation, exhibit, who);
    UUID id = identifiers.next();
    Map<String, Object> row = new HashMap<>();
    row.put("id", id);
    row.put("exhibit", exhibit);
    row.put("page", area.page());
    row.put("x", area.x());
    row.put("y", area.y());
    row.put("width", area.width());
    row.put("height", area.height());
    row.put("reason", records.seal(exhibit, PLACE, new Worded.Text(reason), who));
    row.put("now", records.now());
    row.put("user", who.user());
    db.sql(
            """
            insert into redaction_area (id, exhibit, page, x, y, width, height, reason, at, by_user)
            values (:id, :exhibit, :page, :x, :y, :width, :height, :reason, :now, :user)
            """)
        .params(row)
        .update();
    return id;
  }

  /** Takes a mark back; repeating it changes nothing. */
  @Transactional
  public void unmark(UUID investigation, UUID exhibit, UUID area, SignedIn who) {
    open(investigation, exhibit, who);
    db.sql("delete from redaction_area where id = :id and exhibit = :exhibit")
        .param("id", area)
        .param("exhibit", exhibit)
        .update();
  }

  /** An exhibit on which areas can be marked. */
  Exhibit open(UUID investigation, UUID exhibit, SignedIn who) {
    sight.checkOpen(investigation, who);
    return pdf(exhibits.find(investigation, exhibit, who));
  }

  /** The exhibit, if it is a PDF that was taken in. */
  Exhibit pdf(Exhibit one) {
    Exhibit.Taken taken = one.taken();
    if (taken == null || !taken.mediaType().equals(PDF)) {
      throw new NotFound();
    }
    return one;
  }

  void read(UUID investigation, UUID exhibit, SignedIn who) {
    records.log(investigation, "exhibit.read", Map.of("subject", exhibit.toString()), who);
  }

  /** Describes the copy that is being made, with the reason of each area. */
  @Transactional
  public UUID copy(UUID investigation, Exhibit source, List<RedactionArea> marked, SignedIn who) {
    UUID copy =
        exhibits.describe(
            investigation,
            new Exhibit.Draft(
                source.kind(), new Exhibit.Words(source.number() + " R", "", "", "", "")),
            who);
    derivations.say(
        investigation,
        copy,
        new Derivation(
            Derivation.REDACTION,
            List.of(source.id()),
            new Derivation.Words(
                marked.stream().map(RedactionArea::line).collect(Collectors.joining("; ")),
                who.name(),
                "")),
        who);
    return copy;
  }

  /** Forgets the areas that were burnt in. */
  @Transactional
  public void clear(UUID exhibit, List<RedactionArea> marked) {
    for (RedactionArea one : marked) {
      db.sql("delete from redaction_area where id = :id and exhibit = :exhibit")
          .param("id", one.id())
          .param("exhibit", exhibit)
          .update();
    }
  }
}
