package org.passerelle.prosecute.order;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.storage.Identifiers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders with their assets and steps. Amounts and days are unencrypted, remarks are sealed. */
@Component
class CourtOrderRows {
  private static final String NOTE = "court_order.words";
  private static final String STEP = "court_order_step.words";
  private final JdbcClient db;
  private final InvestigationRecord records;
  private final Identifiers identifiers;

  CourtOrderRows(JdbcClient db, InvestigationRecord records, Identifiers identifiers) {
    this.db = db;
    this.records = records;
    this.identifiers = identifiers;
  }

  List<CourtOrder> of(UUID investigation, UUID proceeding) {
    Map<UUID, List<UUID>> assets = assets(proceeding);
    Map<UUID, List<CourtOrder.Step>> steps = steps(investigation, proceeding);
    return db.sql("select * from court_order where proceeding = :id order by on_day, at, id")
        .param("id", proceeding)
        .query(
            (row, i) -> {
              UUID id = row.getObject("id", UUID.class);
              return new CourtOrder(
                  id,
                  proceeding,
                  row.getString("kind"),
                  row.getObject("suspect", UUID.class),
                  row.getObject("victim", UUID.class),
                  row.getBigDecimal("amount"),
                  row.getString("currency"),
                  row.getObject("on_day", LocalDate.class),
                  note(investigation, NOTE, row.getBytes("words")),
                  row.getObject("struck_at") != null,
                  assets.getOrDefault(id, List.of()),
                  steps.getOrDefault(id, List.of()));
            })
        .list();
  }

  private String note(UUID investigation, String place, byte[] words) {
    return records.open(investigation, place, words, CourtOrder.Words.class).note();
  }

  private Map<UUID, List<UUID>> assets(UUID proceeding) {
    Map<UUID, List<UUID>> assets = new HashMap<>();
    db.sql(
            """
            select a.court_order, a.asset from court_order_asset a join court_order o on o.id = a.court_order
             where o.proceeding = :id order by a.asset
            """)
        .param("id", proceeding)
        .query(
            row -> {
              assets
                  .computeIfAbsent(row.getObject("court_order", UUID.class), o -> new ArrayList<>())
                  .add(row.getObject("asset", UUID.class));
            });
    return assets;
  }

  private Map<UUID, List<CourtOrder.Step>> steps(UUID investigation, UUID proceeding) {
    Map<UUID, List<CourtOrder.Step>> steps = new HashMap<>();
    db.sql(
            """
            select s.* from court_order_step s join court_order o on o.id = s.court_order
             where o.proceeding = :id
            """)
        .param("id", proceeding)
        .query(
            row -> {
              steps
                  .computeIfAbsent(row.getObject("court_order", UUID.class), o -> new ArrayList<>())
                  .add(
                      new CourtOrder.Step(
                          row.getObject("id", UUID.class),
                          row.getInt("number"),
                          row.getString("kind"),
                          row.getObject("on_day", LocalDate.class),
                          row.getBigDecimal("amount"),
                          note(investigation, STEP, row.getBytes("words")),
                          row.getObject("struck_at") != null));
            });
    return steps;
  }

  /** Orders in favour of a victim. */
  List<UUID> inFavourOf(UUID victim) {
    return db.sql("select id from court_order where victim = :victim")
        .param("victim", victim)
        .query(UUID.class)
        .list();
  }

  UUID insert(UUID investigation, UUID proceeding, CourtOrder.Draft draft, SignedIn who) {
    UUID id = identifiers.next();
    Map<String, @Nullable Object> row = row(id, investigation, NOTE, draft.note(), who);
    row.put("proceeding", proceeding);
    row.put("kind", draft.kind());
    row.put("suspect", draft.suspect());
    row.put("victim", draft.victim());
    row.put("amount", draft.amount());
    row.put("currency", draft.currency());
    row.put("on", draft.on());
    db.sql(
            """
            insert into court_order
              (id, proceeding, kind, suspect, victim, amount, currency, on_day, words, at, by_user)
            values (:id, :proceeding, :kind, :suspect, :victim, :amount, :currency, :on, :words, :at, :user)
            """)
        .params(row)
        .update();
    for (UUID asset : draft.assets()) {
      db.sql("insert into court_order_asset (court_order, asset) values (:id, :asset)")
          .param("id", id)
          .param("asset", asset)
          .update();
    }
    return id;
  }

  private Map<String, @Nullable Object> row(
      UUID id, UUID investigation, String place, String note, SignedIn who) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", id);
    row.put("words", records.seal(investigation, place, new CourtOrder.Words(note), who));
    row.put("at", records.now());
    row.put("user", who.user());
    return row;
  }

  /** Adds a step; the caller holds the investigation, so that numbers do not repeat. */
  UUID insert(UUID investigation, CourtOrder order, CourtOrder.StepDraft draft, SignedIn who) {
    UUID id = identifiers.next();
    Map<String, @Nullable Object> row = row(id, investigation, STEP, draft.note(), who);
    row.put("order", order.id());
    row.put("number", order.steps().size() + 1);
    row.put("kind", draft.kind());
    row.put("on", draft.on());
    row.put("amount", draft.amount());
    db.sql(
            """
            insert into court_order_step (id, court_order, number, kind, on_day, amount, words, at, by_user)
            values (:id, :order, :number, :kind, :on, :amount, :words, :at, :user)
            """)
        .params(row)
        .update();
    return id;
  }

  /** Strikes out a step; returns whether it stood. */
  boolean strikeStep(UUID order, UUID step, SignedIn who) {
    return db.sql(
                """
                update court_order_step set struck_at = :now, struck_by = :user
                 where id = :id and court_order = :order and struck_at is null
                """)
            .param("now", records.now())
            .param("user", who.user())
            .param("id", step)
            .param("order", order)
            .update()
        == 1;
  }

  /** Strikes out an order; returns whether it stood. */
  boolean strike(UUID order, SignedIn who) {
    return db.sql(
                """
                update court_order set struck_at = :now, struck_by = :user
                 where id = :id and struck_at is null
                """)
            .param("now", records.now())
            .param("user", who.user())
            .param("id", order)
            .update()
        == 1;
  }
}
