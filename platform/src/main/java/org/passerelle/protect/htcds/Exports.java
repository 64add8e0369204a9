package org.passerelle.protect.htcds;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.approval.ActSubject;
import org.passerelle.approval.Approvals;
import org.passerelle.approval.ManyPersons;
import org.passerelle.approval.PersonsTakenOut;
import org.passerelle.audit.AuditLog;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Refused;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.CaseSight;
import org.passerelle.protect.cases.Cases;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Rows;
import org.passerelle.storage.Vault;
import org.passerelle.work.BackgroundWork;
import org.passerelle.work.Order;
import org.passerelle.work.Progress;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes cases out as a file of the standard, for the organisation's own use. Each case gets a line
 * in the log and stands from then on in its person's list of disclosures; more than fifty persons
 * take a second person.
 */
@Service
public class Exports {
  /** Kind of the work. */
  public static final String WORK = "export.records";

  /** Most cases in one file. */
  public static final int MOST = 20_000;

  /** Cases whose lines join the log together. */
  private static final int STRETCH = 200;

  private static final String REASON = "case_export.reason";
  private final JdbcClient db;
  private final CaseSight sight;
  private final NamedParameterJdbcOperations named;
  private final Vault vault;
  private final Cases cases;
  private final OutgoingRecord records;
  private final Approvals approvals;
  private final PersonsTakenOut taken;
  private final BackgroundWork work;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;

  Exports(
      JdbcClient db,
      CaseSight sight,
      NamedParameterJdbcOperations named,
      Vault vault,
      Cases cases,
      OutgoingRecord records,
      Approvals approvals,
      PersonsTakenOut taken,
      BackgroundWork work,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock) {
    this.db = db;
    this.sight = sight;
    this.named = named;
    this.vault = vault;
    this.cases = cases;
    this.records = records;
    this.approvals = approvals;
    this.taken = taken;
    this.work = work;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * What became of the wish.
   *
   * @param work that makes the file, or null while a second person has not agreed
   */
  public record Asked(UUID export, @Nullable UUID work) {}

  /**
   * An export as the list of disclosures tells it.
   *
   * @param fields of the standard
   * @param made whether a file was made; else it waits for a second person, or was declined
   */
  public record Made(
      UUID id,
      UUID by,
      Instant at,
      String format,
      String purpose,
      String reason,
      List<String> fields,
      int persons,
      boolean made) {
    public Made {
      fields = List.copyOf(fields);
    }
  }

  /**
   * Asks for a file.
   *
   * @param ids cases; those that the reader may not see are left out
   * @throws Refused if none is left, or there are too many
   */
  @Transactional
  public Asked ask(ExportWish wish, List<UUID> ids, SignedIn who) {
    List<UUID> seen = sight.seen(ids, who);
    if (seen.isEmpty()) {
      throw new Refused("export.refused.none");
    }
    if (seen.size() > MOST) {
      throw new Refused("export.refused.many", MOST);
    }
    UUID export = identifiers.next();
    insert(export, wish, who);
    Rows rows = new Rows();
    for (UUID id : seen) {
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
    if (!taken.alone(who, persons)) {
      approvals.request(
          ManyPersons.EXPORT,
          new ActSubject("export", export, who.organisation(), who.organisation()),
          Map.of("persons", Integer.toString(persons.size()), "purpose", wish.purpose()),
          who);
      return new Asked(export, null);
    }
    return new Asked(export, begin(export, who, null));
  }

  private List<UUID> persons(UUID export) {
    return db.sql(
            """
            select distinct c.person from case_export_case x join protect_case c on c.id = x.case_id
             where x.export = :export
            """)
        .param("export", export)
        .query(UUID.class)
        .list();
  }

  private void insert(UUID export, ExportWish wish, SignedIn who) {
    db.sql(
            """
            insert into case_export (id, organisation, by_user, at, format, purpose, reason, fields, categories, persons)
            values (:id, :organisation, :user, :at, :format, :purpose, :reason, :fields, :categories, 0)
            """)
        .param("id", export)
        .param("organisation", who.organisation())
        .param("user", who.user())
        .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .param("format", wish.format())
        .param("purpose", wish.purpose())
        .param("reason", vault.seal(who.organisation(), REASON, wish.reason()))
        .param("fields", String.join(",", records.fields(wish.categories())))
        .param("categories", String.join(",", wish.categories()))
        .update();
  }

  /** Makes the file, with the rights of whoever asked for it. */
  UUID begin(UUID export, SignedIn who, @Nullable UUID second) {
    UUID id =
        work.start(
            Order.forADay(WORK, "/protect/cases"), progress -> run(export, who, progress), who);
    db.sql("update case_export set work = :work, approved_by = :second where id = :id")
        .param("work", id)
        .param("second", second)
        .param("id", export)
        .update();
    return id;
  }

  private void run(UUID export, SignedIn who, Progress progress) throws IOException {
    Wanted wanted = wanted(export);
    List<UUID> ids =
        db.sql("select case_id from case_export_case where export = :export order by case_id")
            .param("export", export)
            .query(UUID.class)
            .list();
    progress.expect(ids.size());
    boolean csv = wanted.format.equals("csv");
    int left = 0;
    try (OutputStream out =
            progress.file(
                csv ? "htcds-records.csv" : "htcds-records.json",
                csv ? "text/csv; charset=utf-8" : "application/json");
        RecordWriter writer =
            csv
                ? RecordWriter.csv(out, records.fields(wanted.categories))
                : RecordWriter.json(out)) {
      for (int from = 0; from < ids.size(); from += STRETCH) {
        List<UUID> stretch = ids.subList(from, Math.min(ids.size(), from + STRETCH));
        log(export, stretch, who);
        for (UUID id : stretch) {
          Optional<Case> file = seen(id, who);
          if (file.isPresent()) {
            writer.write(file.get().code(), records.of(file.get(), wanted.categories, who));
          } else {
            left++;
          }
          progress.done(1);
        }
      }
    }
    progress.figure("records", ids.size() - left);
    if (left > 0) {
      progress.figure("left", left);
    }
  }

  /** Nothing is written into the file without its line in the log. */
  private void log(UUID export, List<UUID> ids, SignedIn who) {
    audit.writeAll(
        who,
        ids.stream()
            .map(
                id ->
                    new AuditLog.Line(
                        "case.exported", "case", id, Map.of("export", export.toString())))
            .toList());
  }

  private Optional<Case> seen(UUID id, SignedIn who) {
    try {
      return Optional.of(cases.find(id, who));
    } catch (NotFound | Vault.KeyDestroyed gone) {
      return Optional.empty();
    }
  }

  private record Wanted(String format, List<String> categories) {}

  private Wanted wanted(UUID export) {
    return db.sql("select format, categories from case_export where id = :id")
        .param("id", export)
        .query(
            (row, i) ->
                new Wanted(
                    row.getString("format"),
                    Arrays.asList(row.getString("categories").split(",", -1))))
        .single();
  }

  /** One export. */
  Optional<Made> find(UUID export) {
    return made("select * from case_export where id = :id", export).stream().findFirst();
  }

  /** Exports that held a case, newest first. */
  @Transactional(readOnly = true)
  public List<Made> of(UUID file) {
    return made(
        """
        select e.* from case_export e join case_export_case c on c.export = e.id
         where c.case_id = :id order by e.at desc, e.id
        """,
        file);
  }

  private List<Made> made(String sql, UUID id) {
    List<Made> all = new ArrayList<>();
    db.sql(sql)
        .param("id", id)
        .query(
            row -> {
              all.add(
                  new Made(
                      row.getObject("id", UUID.class),
                      row.getObject("by_user", UUID.class),
                      row.getObject("at", OffsetDateTime.class).toInstant(),
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
