package org.passerelle.prosecute.measure;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Days;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.investigation.InvestigationSight;
import org.passerelle.prosecute.suspect.Suspects;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Assets of an investigation. Amounts and days are unencrypted, so that they can be summed; what it
 * is and who decided is sealed.
 */
@Service
public class Assets {
  private static final String WHAT = "asset.what";
  private static final String STEP = "asset_step.words";
  private final JdbcClient db;
  private final Suspects suspects;
  private final InvestigationSight sight;
  private final InvestigationRecord records;
  private final Identifiers identifiers;
  private final Clock clock;

  Assets(
      JdbcClient db,
      Suspects suspects,
      InvestigationSight sight,
      InvestigationRecord records,
      Identifiers identifiers,
      Clock clock) {
    this.db = db;
    this.suspects = suspects;
    this.sight = sight;
    this.records = records;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** A step as entered. */
  public record StepDraft(
      String kind, LocalDate on, @Nullable BigDecimal amount, Asset.Words words) {}

  /** Assets, newest first; the caller has opened the investigation, which is logged. */
  @Transactional(readOnly = true)
  public List<Asset> of(UUID investigation, SignedIn who) {
    sight.check(investigation, who);
    Map<UUID, List<Asset.Step>> steps = new HashMap<>();
    db.sql(
            """
            select s.* from asset_step s join asset a on a.id = s.asset
             where a.investigation = :id order by s.on_day, s.at, s.id
            """)
        .param("id", investigation)
        .query(
            row -> {
              steps
                  .computeIfAbsent(row.getObject("asset", UUID.class), a -> new ArrayList<>())
                  .add(
                      new Asset.Step(
                          row.getObject("id", UUID.class),
                          row.getString("kind"),
                          row.getObject("on_day", LocalDate.class),
                          row.getBigDecimal("amount"),
                          records.open(
                              investigation, STEP, row.getBytes("words"), Asset.Words.class),
                          row.getObject("struck_at") != null));
            });
    return db.sql("select * from asset where investigation = :id order by at desc, id")
        .param("id", investigation)
        .query(
            (row, i) -> {
              UUID id = row.getObject("id", UUID.class);
              return new Asset(
                  id,
                  row.getString("kind"),
                  row.getObject("suspect", UUID.class),
                  row.getBigDecimal("amount"),
                  row.getString("currency"),
                  row.getString("country"),
                  records.open(investigation, WHAT, row.getBytes("what"), Asset.What.class).what(),
                  steps.getOrDefault(id, List.of()));
            })
        .list();
  }

  /**
   * One asset.
   *
   * @throws NotFound if the investigation has no such asset
   */
  @Transactional(readOnly = true)
  public Asset find(UUID investigation, UUID asset, SignedIn who) {
    return of(investigation, who).stream()
        .filter(a -> a.id().equals(asset))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  int count(UUID investigation) {
    return db.sql("select count(*) from asset where investigation = :id")
        .param("id", investigation)
        .query(Integer.class)
        .single();
  }

  /**
   * Enters an asset.
   *
   * @throws NotFound if the suspect is not in the investigation
   */
  @Transactional
  public UUID enter(UUID investigation, Asset.Draft draft, SignedIn who) {
    sight.checkOpen(investigation, who);
    @Nullable UUID suspect = draft.suspect();
    String called = suspect == null ? "" : suspects.find(investigation, suspect, who).called();
    UUID id = identifiers.next();
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", id);
    row.put("investigation", investigation);
    row.put("suspect", suspect);
    row.put("kind", draft.kind());
    row.put("what", records.seal(investigation, WHAT, new Asset.What(draft.what()), who));
    row.put("amount", draft.value());
    row.put("currency", draft.currency());
    row.put("country", draft.country());
    row.put("at", records.now());
    row.put("user", who.user());
    db.sql(
            """
            insert into asset (id, investigation, suspect, kind, what, amount, currency, country, at, by_user)
            values (:id, :investigation, :suspect, :kind, :what, :amount, :currency, :country, :at, :user)
            """)
        .params(row)
        .update();
    records.write(investigation, "asset.entered", called, id, Map.of("kind", draft.kind()), who);
    return id;
  }

  /**
   * Enters what became of it.
   *
   * @throws Refused if the day is in the future, or more is confiscated than was seized or frozen
   *     and no words say why
   */
  @Transactional
  public UUID step(UUID investigation, UUID asset, StepDraft draft, SignedIn who) {
    sight.checkOpen(investigation, who);
    Asset one = find(investigation, asset, who);
    if (!Days.begun(draft.on(), clock.instant())) {
      throw new Refused("form.error.future").at("on");
    }
    BigDecimal amount = draft.amount();
    if (draft.kind().equals("confiscated")
        && amount != null
        && draft.words().note().isBlank()
        && one.sum("confiscated").add(amount).compareTo(one.taken()) > 0) {
      throw new Refused("measure.refused.more-than-seized").at("note");
    }
    UUID id = identifiers.next();
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", id);
    row.put("asset", asset);
    row.put("kind", draft.kind());
    row.put("on", draft.on());
    row.put("amount", amount);
    row.put("words", records.seal(investigation, STEP, draft.words(), who));
    row.put("at", records.now());
    row.put("user", who.user());
    db.sql(
            """
            insert into asset_step (id, asset, kind, on_day, amount, words, at, by_user)
            values (:id, :asset, :kind, :on, :amount, :words, :at, :user)
            """)
        .params(row)
        .update();
    records.write(investigation, "asset.step", "", asset, Map.of("kind", draft.kind()), who);
    return id;
  }

  /** Strikes out a step entered by mistake; repeating it changes nothing. */
  @Transactional
  public void strike(UUID investigation, UUID asset, UUID step, SignedIn who) {
    sight.checkOpen(investigation, who);
    find(investigation, asset, who);
    int struck =
        db.sql(
                """
                update asset_step set struck_at = :now, struck_by = :user
                 where id = :id and asset = :asset and struck_at is null
                """)
            .param("now", Columns.now(clock))
            .param("user", who.user())
            .param("id", step)
            .param("asset", asset)
            .update();
    if (struck == 1) {
      records.write(investigation, "asset.struck", "", asset, Map.of(), who);
    }
  }
}
