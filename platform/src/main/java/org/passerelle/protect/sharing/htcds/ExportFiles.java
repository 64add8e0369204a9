package org.passerelle.protect.sharing.htcds;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.sharing.consent.OnwardLimits;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.Vault;
import org.passerelle.work.BackgroundWork;
import org.passerelle.work.Order;
import org.passerelle.work.Progress;
import org.springframework.stereotype.Component;

/** Creates export files in the background; each case is logged first. */
@Component
class ExportFiles {
  /** Number of cases whose log entries are written together. */
  private static final int STRETCH = 200;

  private final ExportRows rows;
  private final Cases cases;
  private final OnwardLimits limits;
  private final OutgoingRecord records;
  private final BackgroundWork work;
  private final AuditLog audit;

  ExportFiles(
      ExportRows rows,
      Cases cases,
      OnwardLimits limits,
      OutgoingRecord records,
      BackgroundWork work,
      AuditLog audit) {
    this.rows = rows;
    this.cases = cases;
    this.limits = limits;
    this.records = records;
    this.work = work;
    this.audit = audit;
  }

  /** Starts creating the file, with the rights of the requesting user. */
  UUID begin(UUID export, SignedIn who, @Nullable UUID second) {
    UUID id =
        work.start(
            Order.forADay(Exports.WORK, "/protect/cases"),
            progress -> run(export, who, progress),
            who);
    rows.begun(export, id, second);
    return id;
  }

  private void run(UUID export, SignedIn who, Progress progress) throws IOException {
    ExportRows.Wanted wanted = rows.wanted(export);
    List<UUID> ids = rows.cases(export);
    progress.expect(ids.size());
    int left = 0;
    try (OutputStream out =
            progress.file("htcds-records." + wanted.format(), type(wanted.format()));
        RecordWriter writer = writer(wanted, out)) {
      for (int from = 0; from < ids.size(); from += STRETCH) {
        List<UUID> asked = ids.subList(from, Math.min(ids.size(), from + STRETCH));
        // checked again, since approval may have come days later
        Set<UUID> bound = limits.inNoFile(asked, who.organisation());
        List<UUID> stretch = asked.stream().filter(id -> !bound.contains(id)).toList();
        left += bound.size();
        progress.done(bound.size());
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

  private static String type(String format) {
    return switch (format) {
      case "csv" -> "text/csv; charset=utf-8";
      case "xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
      default -> "application/json";
    };
  }

  private RecordWriter writer(ExportRows.Wanted wanted, OutputStream out) throws IOException {
    return switch (wanted.format()) {
      case "csv" -> RecordWriter.csv(out, records.fields(wanted.categories()));
      case "xlsx" -> RecordWriter.xlsx(out, records.fields(wanted.categories()));
      default -> RecordWriter.json(out);
    };
  }

  /** Log entries come before the data are written to the file. */
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
}
