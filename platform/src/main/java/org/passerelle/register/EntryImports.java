package org.passerelle.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Language;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enters many entries of a kind from one table: first a check that changes nothing, then all good
 * rows or none, and all of them can be taken out again as one (decision 0177). Callers have checked
 * that the user may change entries of the kind.
 */
@Service
@Transactional
public class EntryImports {
  /** How long a table that nobody enters is kept. */
  public static final Duration KEPT = Duration.ofDays(7);

  private final JdbcClient db;
  private final Register register;
  private final List<EntryCheck> checks;
  private final Identifiers identifiers;
  private final Clock clock;

  EntryImports(
      JdbcClient db,
      Register register,
      List<EntryCheck> checks,
      Identifiers identifiers,
      Clock clock) {
    this.db = db;
    this.register = register;
    this.checks = List.copyOf(checks);
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** Keeps a table until it is entered. */
  public UUID receive(SignedIn who, Kind kind, EntryTable table) {
    db.sql("delete from register_import where state = 'CHECKED' and at < :limit")
        .param("limit", Columns.at(clock.instant().minus(KEPT)))
        .update();
    UUID id = identifiers.next();
    db.sql(
            """
            insert into register_import (id, kind, state, row_count, content, entries, by_user, by_name, at)
            values (:id, :kind, 'CHECKED', :rows, :content, '', :by, :name, :at)
            """)
        .param("id", id)
        .param("kind", kind.id())
        .param("rows", table.lines().size())
        .param("content", StoredFacts.json(table.document()))
        .param("by", who.user())
        .param("name", who.name())
        .param("at", Columns.now(clock))
        .update();
    return id;
  }

  /** A table that was sent for a kind. */
  @Transactional(readOnly = true)
  public EntryImport find(UUID id, Kind kind) {
    return db.sql("select * from register_import where id = :id and kind = :kind")
        .param("id", id)
        .param("kind", kind.id())
        .query((row, n) -> read(row))
        .optional()
        .orElseThrow(NotFound::new);
  }

  /** The last tables of a kind, newest first. */
  @Transactional(readOnly = true)
  public List<EntryImport> newest(Kind kind, int most) {
    return db.sql(
            """
            select * from register_import where kind = :kind order by at desc, id limit :most
            """)
        .param("kind", kind.id())
        .param("most", most)
        .query((row, n) -> read(row))
        .list();
  }

  /** Its rows as they would be entered now; empty once it was entered. */
  @Transactional(readOnly = true)
  public List<CheckedRow> check(EntryImport sent, Kind kind, Language language) {
    return sent.state() == EntryImport.State.CHECKED
        ? new RowCheck(kind, table(sent), register.facts(), register.taken(kind), checks, language)
            .rows()
        : List.of();
  }

  private EntryTable table(EntryImport sent) {
    String content =
        db.sql("select content from register_import where id = :id")
            .param("id", sent.id())
            .query(String.class)
            .single();
    return EntryTable.of(Values.of(StoredFacts.content(content)));
  }

  /**
   * Enters the good rows.
   *
   * @param expected number of good rows that the user has seen
   * @param reason reason for the history of the entry of a line
   * @throws Refused if it was entered meanwhile, or other rows are good now
   */
  public void enter(
      SignedIn who,
      EntryImport sent,
      Kind kind,
      int expected,
      IntFunction<String> reason,
      Language language) {
    // of two at once the second waits here, and finds it entered
    become(sent, EntryImport.State.CHECKED, EntryImport.State.ENTERED);
    List<CheckedRow> good =
        new RowCheck(kind, table(sent), register.facts(), register.taken(kind), checks, language)
            .rows().stream().filter(CheckedRow::good).toList();
    if (good.isEmpty() || good.size() != expected) {
      throw new Refused("register.rows.refused.other");
    }
    List<String> entries = new ArrayList<>();
    for (CheckedRow row : good) {
      entries.add(
          register.save(who, kind, row.id(), 0, row.content(), reason.apply(row.line())).id());
    }
    int stored =
        db.sql("update register_import set content = '', entries = :entries where id = :id")
            .param("entries", StoredFacts.json(Map.of("ids", entries)))
            .param("id", sent.id())
            .update();
    if (stored != 1) {
      throw new NotFound();
    }
  }

  /**
   * Takes the entries of a table out again, all of them or none. Those that somebody took out
   * before stay as they are.
   *
   * @throws Refused if one of them was changed since, or is named by others
   */
  public void undo(SignedIn who, EntryImport sent, Kind kind, String reason) {
    become(sent, EntryImport.State.ENTERED, EntryImport.State.UNDONE);
    Facts facts = register.facts();
    List<Entry> entries =
        sent.entries().stream().flatMap(id -> facts.find(kind.id(), id).stream()).toList();
    for (Entry entry : entries) {
      if (entry.revision() > 1) {
        throw new Refused("register.rows.refused.changed", entry.name());
      }
    }
    register.retireAll(who, entries, reason);
  }

  private void become(EntryImport sent, EntryImport.State before, EntryImport.State after) {
    int changed =
        db.sql(
                """
                update register_import set state = :after, changed_at = :at
                 where id = :id and state = :before
                """)
            .param("after", after.name())
            .param("at", Columns.now(clock))
            .param("id", sent.id())
            .param("before", before.name())
            .update();
    if (changed != 1) {
      throw new Refused("register.rows.refused.done");
    }
  }

  private static EntryImport read(ResultSet row) throws SQLException {
    String entries = row.getString("entries");
    return new EntryImport(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        EntryImport.State.valueOf(row.getString("state")),
        row.getInt("row_count"),
        entries.isEmpty() ? List.of() : Values.of(StoredFacts.content(entries)).texts("ids"),
        row.getObject("by_user", UUID.class),
        row.getString("by_name"),
        Columns.instant(row, "at"),
        Columns.instantOrNull(row, "changed_at"));
  }
}
