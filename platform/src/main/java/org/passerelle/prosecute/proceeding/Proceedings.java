package org.passerelle.prosecute.proceeding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Days;
import org.passerelle.prosecute.charge.Charge;
import org.passerelle.prosecute.charge.Charges;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.investigation.InvestigationSight;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proceedings of an investigation. Any member enters one; it is about charges that were brought.
 */
@Service
public class Proceedings {
  private static final String PLACE = "proceeding.words";
  private final JdbcClient db;
  private final Charges charges;
  private final InvestigationSight sight;
  private final InvestigationRecord records;
  private final Identifiers identifiers;
  private final Clock clock;

  Proceedings(
      JdbcClient db,
      Charges charges,
      InvestigationSight sight,
      InvestigationRecord records,
      Identifiers identifiers,
      Clock clock) {
    this.db = db;
    this.charges = charges;
    this.sight = sight;
    this.records = records;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** Open ones first, newest first; the caller has opened the investigation, which is logged. */
  @Transactional(readOnly = true)
  public List<Proceeding> of(UUID investigation, SignedIn who) {
    sight.check(investigation, who);
    Map<UUID, List<UUID>> about = new HashMap<>();
    db.sql(
            """
            select c.proceeding, c.charge from proceeding_charge c join proceeding p on p.id = c.proceeding
             where p.investigation = :id order by c.charge
            """)
        .param("id", investigation)
        .query(
            row -> {
              about
                  .computeIfAbsent(row.getObject("proceeding", UUID.class), p -> new ArrayList<>())
                  .add(row.getObject("charge", UUID.class));
            });
    return db.sql(
            """
            select * from proceeding where investigation = :id
             order by case when closed_on is null then 0 else 1 end, opened_on desc, id
            """)
        .param("id", investigation)
        .query(
            (row, i) -> {
              UUID id = row.getObject("id", UUID.class);
              return new Proceeding(
                  id,
                  row.getString("country"),
                  row.getString("stage"),
                  row.getObject("opened_on", LocalDate.class),
                  row.getObject("closed_on", LocalDate.class),
                  records.open(investigation, PLACE, row.getBytes("words"), Proceeding.Words.class),
                  about.getOrDefault(id, List.of()));
            })
        .list();
  }

  /**
   * One proceeding.
   *
   * @throws NotFound if the investigation has no such proceeding
   */
  @Transactional(readOnly = true)
  public Proceeding find(UUID investigation, UUID proceeding, SignedIn who) {
    return of(investigation, who).stream()
        .filter(p -> p.id().equals(proceeding))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /**
   * One that is open, in an investigation that is.
   *
   * @throws Refused if either is closed
   */
  @Transactional
  public Proceeding openOnly(UUID investigation, UUID proceeding, SignedIn who) {
    sight.checkOpen(investigation, who);
    Proceeding one = find(investigation, proceeding, who);
    if (one.closed()) {
      throw new Refused("proceeding.refused.closed");
    }
    return one;
  }

  int count(UUID investigation) {
    return db.sql("select count(*) from proceeding where investigation = :id")
        .param("id", investigation)
        .query(Integer.class)
        .single();
  }

  /** Charges that were brought and stand. */
  @Transactional(readOnly = true)
  public List<Charge> brought(UUID investigation, SignedIn who) {
    return charges.of(investigation, who).stream()
        .filter(charge -> charge.state().equals("brought"))
        .toList();
  }

  /**
   * Enters a proceeding.
   *
   * @throws Refused if the day is in the future, or it is about no charge that was brought
   */
  @Transactional
  public UUID enter(UUID investigation, Proceeding.Draft draft, SignedIn who) {
    sight.checkOpen(investigation, who);
    if (!Days.begun(draft.openedOn(), clock.instant())) {
      throw new Refused("form.error.future").at("opened");
    }
    List<UUID> brought = brought(investigation, who).stream().map(Charge::id).toList();
    if (draft.charges().isEmpty() || !brought.containsAll(draft.charges())) {
      throw new Refused("proceeding.refused.charges").at("charges");
    }
    UUID id = identifiers.next();
    db.sql(
            """
            insert into proceeding (id, investigation, country, stage, opened_on, words, at, by_user)
            values (:id, :investigation, :country, :stage, :opened, :words, :at, :user)
            """)
        .param("id", id)
        .param("investigation", investigation)
        .param("country", draft.country())
        .param("stage", draft.stage())
        .param("opened", draft.openedOn())
        .param("words", records.seal(investigation, PLACE, draft.words(), who))
        .param("at", records.now())
        .param("user", who.user())
        .update();
    for (UUID charge : draft.charges()) {
      db.sql("insert into proceeding_charge (proceeding, charge) values (:proceeding, :charge)")
          .param("proceeding", id)
          .param("charge", charge)
          .update();
    }
    records.write(
        investigation,
        "proceeding.entered",
        "",
        id,
        Map.of("stage", draft.stage(), "country", draft.country()),
        who);
    return id;
  }

  /**
   * Enters that it went on to another stage.
   *
   * @param before the stage that the user saw
   * @throws Refused if it is closed, or somebody changed the stage meanwhile
   */
  @Transactional
  public void stage(
      UUID investigation, UUID proceeding, String before, String stage, SignedIn who) {
    openOnly(investigation, proceeding, who);
    int changed =
        db.sql("update proceeding set stage = :stage where id = :id and stage = :before")
            .param("stage", stage)
            .param("id", proceeding)
            .param("before", before)
            .update();
    if (changed == 0) {
      throw new Refused("proceeding.refused.stage").at("stage");
    }
    records.write(investigation, "proceeding.stage", "", proceeding, Map.of("stage", stage), who);
  }

  /**
   * Closes it.
   *
   * @throws Refused if the day is in the future or before its beginning, or it is closed
   */
  @Transactional
  public void close(UUID investigation, UUID proceeding, LocalDate on, SignedIn who) {
    Proceeding one = openOnly(investigation, proceeding, who);
    if (!Days.begun(on, clock.instant())) {
      throw new Refused("form.error.future").at("closed");
    }
    if (on.isBefore(one.openedOn())) {
      throw new Refused("proceeding.refused.before").at("closed");
    }
    int changed =
        db.sql("update proceeding set closed_on = :on where id = :id and closed_on is null")
            .param("on", on)
            .param("id", proceeding)
            .update();
    if (changed == 0) {
      throw new Refused("proceeding.refused.closed");
    }
    records.write(investigation, "proceeding.closed", "", proceeding, Map.of(), who);
  }
}
