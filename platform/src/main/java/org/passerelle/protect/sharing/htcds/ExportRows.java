package org.passerelle.protect.sharing.htcds;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Rows;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores exports. */
@Component
class ExportRows {
  private static final String REASON = "case_export.reason";
  private final JdbcClient db;
  private final NamedParameterJdbcOperations named;
  private final Vault vault;
  private final OutgoingRecord records;
  private final Clock clock;

  ExportRows(
      JdbcClient db,
      NamedParameterJdbcOperations named,
      Vault vault,
      OutgoingRecord records,
      Clock clock) {
    this.db = db;
    this.named = named;
    this.vault = vault;
    this.records = records;
    this.clock = clock;
  }

  /** Stores a request with its cases; returns the persons concerned. */
  List<UUID> insert(UUID export, ExportRequest wish, List<UUID> cases, SignedIn who) {
    db.sql(
            """
            insert into case_export (id, organisation, by_user, at, format, purpose, reason, fields, categories, persons)
            values (:id, :organisation, :user, :at, :format, :purpose, :reason, :fields, :categories, 0)
            """)
        .param("id", export)
        .param("organisation", who.organisation())
        .param("user", who.user())
        .param("at", Columns.now(clock))
        .param("format", wish.format())
        .param("purpose", wish.purpose())
        .param("reason", vault.seal(who.organisation(), REASON, wish.reason()))
        .param("fields", String.join(",", records.fields(wish.categories())))
        .param("categories", String.join(",", wish.categories()))
        .update();
    Rows rows = new Rows();
    for (UUID id : cases) {
      rows.add(
          "insert into case_export_case (export, case_id) values (:export, :case)",
          Map.of("export", export, "case", id));
    }
    rows.insert(named);
    List<UUID> persons = persons(export);
    db.sql("update case_export set persons = :persons where id = :id")
        .param("persons", persons.size())
        .param("id", export)
        .update();
    return persons;
  }

  private List<UUID> persons(UUID export) {
    return db.sql(
            """
            select distinct c.person from case_export_case x join case_outline c on c.id = x.case_id
             where x.export = :export
            """)
        .param("export", export)
        .query(UUID.class)
        .list();
  }

  /** Codes of cases, as text. */
  String codes(Collection<UUID> cases, int most) {
    List<String> codes =
        db.sql("select code from case_outline where id in (:cases) order by code limit :most")
            .param("cases", cases)
            .param("most", most)
            .query(String.class)
            .list();
    return String.join(", ", codes) + (cases.size() > most ? " …" : "");
  }

  /** Marks the file as being created, with the approving user if approval was needed. */
  void begun(UUID export, UUID work, @Nullable UUID second) {
    db.sql("update case_export set work = :work, approved_by = :second where id = :id")
        .param("work", work)
        .param("second", second)
        .param("id", export)
        .update();
  }

  List<UUID> cases(UUID export) {
    return db.sql("select case_id from case_export_case where export = :export order by case_id")
        .param("export", export)
        .query(UUID.class)
        .list();
  }

  /** Requested content of the file. */
  record Wanted(String format, List<String> categories) {
    Wanted {
      categories = List.copyOf(categories);
    }
  }

  Wanted wanted(UUID export) {
    return db.sql("select format, categories from case_export where id = :id")
        .param("id", export)
        .query(
            (row, i) ->
                new Wanted(
                    row.getString("format"),
                    Arrays.asList(row.getString("categories").split(",", -1))))
        .single();
  }

  Optional<Exports.Made> find(UUID export) {
    return made("select * from case_export where id = :id", export).stream().findFirst();
  }

  /** Exports that included a case, newest first. */
  List<Exports.Made> of(UUID file) {
    return made(
        """
        select e.* from case_export e join case_export_case c on c.export = e.id
         where c.case_id = :id order by e.at desc, e.id
        """,
        file);
  }

  private List<Exports.Made> made(String sql, UUID id) {
    List<Exports.Made> all = new ArrayList<>();
    db.sql(sql)
        .param("id", id)
        .query(
            row -> {
              all.add(
                  new Exports.Made(
                      row.getObject("id", UUID.class),
                      row.getObject("by_user", UUID.class),
                      Columns.instant(row, "at"),
                      row.getString("format"),
                      row.getString("purpose"),
                      vault.open(
                          row.getObject("organisation", UUID.class),
                          REASON,
                          row.getBytes("reason")),
                      Arrays.asList(row.getString("fields").split(",", -1)),
                      row.getInt("persons"),
                      row.getObject("work") != null));
            });
    return all;
  }
}
