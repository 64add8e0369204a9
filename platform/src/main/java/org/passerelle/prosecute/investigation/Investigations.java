package org.passerelle.prosecute.investigation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Days;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.NamedLock;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Investigations on whose team the user is. A prosecutor begins, suspends and closes them; every
 * member works in them. Safe for concurrent use.
 */
@Service
public class Investigations {
  private static final String WORDS = "investigation.words";
  private final JdbcClient db;
  private final Vault vault;
  private final InvestigationSight sight;
  private final InvestigationTeam team;
  private final InvestigationRecord records;
  private final NamedLock lock;
  private final Identifiers identifiers;
  private final Clock clock;

  Investigations(
      JdbcClient db,
      Vault vault,
      InvestigationSight sight,
      InvestigationTeam team,
      InvestigationRecord records,
      NamedLock lock,
      Identifiers identifiers,
      Clock clock) {
    this.db = db;
    this.vault = vault;
    this.sight = sight;
    this.team = team;
    this.records = records;
    this.lock = lock;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * Begins one; the prosecutor is the first member of its team.
   *
   * @throws Refused if the day is in the future, or a shelter is named
   */
  @Transactional
  public UUID begin(Investigation.Draft draft, SignedIn who) {
    InvestigationSight.needsProsecutor(who);
    check(draft);
    UUID id = identifiers.next();
    vault.createKey(id, who.organisation());
    Map<String, @Nullable Object> row = row(id, draft, who);
    row.put("organisation", who.organisation());
    row.put("number", number(draft.openedOn(), who.organisation()));
    row.put("at", records.now());
    row.put("user", who.user());
    db.sql(
            """
            insert into investigation
              (id, organisation, number, state, kind, country, form, words, opened_on, version, at, by_user)
            values
              (:id, :organisation, :number, 'open', :kind, :country, :form, :words, :opened, 1, :at, :user)
            """)
        .params(row)
        .update();
    team.join(id, who.user(), null, who);
    records.write(id, "investigation.begun", "", null, Map.of("kind", draft.kind()), who);
    return id;
  }

  private String number(LocalDate opened, UUID organisation) {
    lock.acquire("investigations " + organisation);
    String year = "%02d-".formatted(opened.getYear() % 100);
    int before =
        db.sql(
                """
                select count(*) from investigation where organisation = :organisation and number like :year
                """)
            .param("organisation", organisation)
            .param("year", year + "%")
            .query(Integer.class)
            .single();
    return year + (before + 1);
  }

  private void check(Investigation.Draft draft) {
    if (!Days.begun(draft.openedOn(), clock.instant())) {
      throw new Refused("form.error.future").at("opened");
    }
  }

  private Map<String, @Nullable Object> row(UUID id, Investigation.Draft draft, SignedIn who) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", id);
    row.put("kind", draft.kind());
    row.put("country", draft.country());
    row.put("form", draft.form());
    row.put("opened", draft.openedOn());
    row.put("words", records.seal(id, WORDS, draft.words(), who));
    return row;
  }

  /** Those on whose team the reader is, not closed ones first, then by number. */
  @Transactional
  public List<Investigation> all(SignedIn who) {
    List<Investigation> all = list(who);
    all.forEach(one -> records.read(one.id(), "list", who));
    return all;
  }

  private List<Investigation> list(SignedIn who) {
    return db.sql(
            """
            select i.* from investigation i
              join investigation_member m on m.investigation = i.id and m.user_id = :user
             where i.organisation = :organisation and (m.until_at is null or m.until_at > :now)
             order by case when i.state = 'closed' then 1 else 0 end, i.opened_on desc, i.id limit 500
            """)
        .param("user", who.user())
        .param("organisation", who.organisation())
        .param("now", records.now())
        .query((row, i) -> read(row))
        .list();
  }

  /**
   * Numbers of those on whose team the reader is, by identifier.
   *
   * @param closedToo also those that are closed
   */
  @Transactional(readOnly = true)
  public Map<UUID, String> numbers(boolean closedToo, SignedIn who) {
    Map<UUID, String> numbers = new LinkedHashMap<>();
    db.sql(
            """
            select i.id, i.number from investigation i
              join investigation_member m on m.investigation = i.id and m.user_id = :user
             where i.organisation = :organisation and (:closed or i.state <> 'closed')
               and (m.until_at is null or m.until_at > :now)
             order by i.opened_on desc, i.id
            """)
        .param("user", who.user())
        .param("organisation", who.organisation())
        .param("now", records.now())
        .param("closed", closedToo)
        .query(
            row -> {
              numbers.put(row.getObject("id", UUID.class), row.getString("number"));
            });
    return numbers;
  }

  /** The organisation of one, for what the application does by itself. */
  @Transactional(readOnly = true)
  public UUID organisation(UUID id) {
    return db.sql("select organisation from investigation where id = :id")
        .param("id", id)
        .query(UUID.class)
        .single();
  }

  /**
   * Opens one for a part of it; the access is logged.
   *
   * @param part code for the log, such as {@code suspects}
   * @throws NotFound if it does not exist for this reader
   */
  @Transactional
  public Investigation open(UUID id, String part, SignedIn who) {
    sight.check(id, who);
    records.read(id, part, who);
    return db.sql("select * from investigation where id = :id")
        .param("id", id)
        .query((row, i) -> read(row))
        .single();
  }

  /**
   * Changes the title page.
   *
   * @param version as shown when the form was opened
   * @throws ChangedMeanwhile if a colleague saved in between
   */
  @Transactional
  public void change(UUID id, Investigation.Draft draft, int version, SignedIn who) {
    sight.checkOpen(id, who);
    check(draft);
    Map<String, @Nullable Object> row = row(id, draft, who);
    row.put("version", version);
    int changed =
        db.sql(
                """
                update investigation set kind = :kind, country = :country, form = :form, opened_on = :opened,
                       words = :words, version = version + 1
                 where id = :id and version = :version
                """)
            .params(row)
            .update();
    if (changed == 0) {
      throw new ChangedMeanwhile(version, open(id, "title", who).version());
    }
    records.write(id, "investigation.changed", "", null, Map.of(), who);
  }

  /**
   * Suspends work, or takes it up again; repeating it changes nothing.
   *
   * @throws Refused if a closed one is to be suspended
   */
  @Transactional
  public void suspend(UUID id, boolean suspended, SignedIn who) {
    sight.checkLeads(id, who);
    if (suspended) {
      sight.checkOpen(id, who);
    }
    int changed =
        db.sql(
                """
                update investigation set state = :to, closed_on = null, closed_reason = null
                 where id = :id and state <> :to
                """)
            .param("to", suspended ? "suspended" : "open")
            .param("id", id)
            .update();
    if (changed == 1) {
      records.write(
          id,
          suspended ? "investigation.suspended" : "investigation.resumed",
          "",
          null,
          Map.of(),
          who);
    }
  }

  /**
   * Closes it: nothing more is entered until it is taken up again.
   *
   * @param reason one of {@link Investigation#REASONS}
   */
  @Transactional
  public void close(UUID id, String reason, LocalDate on, SignedIn who) {
    sight.checkLeads(id, who);
    if (!Days.begun(on, clock.instant())) {
      throw new Refused("form.error.future").at("on");
    }
    int changed =
        db.sql(
                """
                update investigation set state = 'closed', closed_on = :on, closed_reason = :reason
                 where id = :id and state <> 'closed'
                """)
            .param("on", on)
            .param("reason", reason)
            .param("id", id)
            .update();
    if (changed == 1) {
      records.write(id, "investigation.closed", "", null, Map.of("reason", reason), who);
    }
  }

  private Investigation read(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new Investigation(
        id,
        row.getObject("organisation", UUID.class),
        row.getString("number"),
        row.getString("state"),
        row.getString("kind"),
        row.getString("country"),
        row.getString("form"),
        records.open(id, WORDS, row.getBytes("words"), Investigation.Words.class),
        row.getObject("opened_on", LocalDate.class),
        row.getObject("closed_on", LocalDate.class),
        row.getString("closed_reason"),
        row.getInt("version"));
  }
}
