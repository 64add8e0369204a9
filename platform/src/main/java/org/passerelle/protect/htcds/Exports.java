package org.passerelle.protect.htcds;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
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
import org.passerelle.storage.Vault;
import org.passerelle.work.BackgroundWork;
import org.passerelle.work.Order;
import org.passerelle.work.Progress;
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

  private final ExportRows rows;
  private final CaseSight sight;
  private final Cases cases;
  private final OutgoingRecord records;
  private final Approvals approvals;
  private final PersonsTakenOut taken;
  private final BackgroundWork work;
  private final AuditLog audit;
  private final Identifiers identifiers;

  Exports(
      ExportRows rows,
      CaseSight sight,
      Cases cases,
      OutgoingRecord records,
      Approvals approvals,
      PersonsTakenOut taken,
      BackgroundWork work,
      AuditLog audit,
      Identifiers identifiers) {
    this.rows = rows;
    this.sight = sight;
    this.cases = cases;
    this.records = records;
    this.approvals = approvals;
    this.taken = taken;
    this.work = work;
    this.audit = audit;
    this.identifiers = identifiers;
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
    List<UUID> persons = rows.insert(export, wish, seen, who);
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

  /** Makes the file, with the rights of whoever asked for it. */
  UUID begin(UUID export, SignedIn who, @Nullable UUID second) {
    UUID id =
        work.start(
            Order.forADay(WORK, "/protect/cases"), progress -> run(export, who, progress), who);
    rows.begun(export, id, second);
    return id;
  }

  private void run(UUID export, SignedIn who, Progress progress) throws IOException {
    ExportRows.Wanted wanted = rows.wanted(export);
    List<UUID> ids = rows.cases(export);
    progress.expect(ids.size());
    boolean csv = wanted.format().equals("csv");
    int left = 0;
    try (OutputStream out =
            progress.file(
                csv ? "htcds-records.csv" : "htcds-records.json",
                csv ? "text/csv; charset=utf-8" : "application/json");
        RecordWriter writer =
            csv
                ? RecordWriter.csv(out, records.fields(wanted.categories()))
                : RecordWriter.json(out)) {
      for (int from = 0; from < ids.size(); from += STRETCH) {
        List<UUID> stretch = ids.subList(from, Math.min(ids.size(), from + STRETCH));
        log(export, stretch, who);
        for (UUID id : stretch) {
          Optional<Case> file = seen(id, who);
          if (file.isPresent()) {
            writer.write(file.get().code(), records.of(file.get(), wanted.categories(), who));
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

  /** One export. */
  Optional<Made> find(UUID export) {
    return rows.find(export);
  }

  /** Exports that held a case, newest first. */
  @Transactional(readOnly = true)
  public List<Made> of(UUID file) {
    return rows.of(file);
  }
}
