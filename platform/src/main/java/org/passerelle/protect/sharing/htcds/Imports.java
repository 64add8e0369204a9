package org.passerelle.protect.sharing.htcds;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Texts;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.work.BackgroundWork;
import org.passerelle.work.Order;
import org.passerelle.work.Progress;
import org.passerelle.work.Upload;
import org.passerelle.work.Work;
import org.passerelle.work.WorkFile;
import org.passerelle.work.WorkState;
import org.springframework.stereotype.Service;

/**
 * Imports records from another system: first a check that changes nothing and reports every row
 * that cannot be imported; then, on request, the import of the valid rows. A row is imported
 * completely or not at all, and the same record is not imported twice.
 */
@Service
public class Imports {
  /** Kind of the background work that only checks. */
  public static final String CHECK = "htcds.check";

  /** Kind of the background work that imports. */
  public static final String ENTER = "htcds.enter";

  /** Maximum size of a file, in bytes. */
  public static final long LARGEST = 1L << 30;

  static final String REPORT = "report.csv";
  static final String RECORDS = "records";
  static final String COLUMNS = "columns";
  private static final Duration KEPT = Duration.ofDays(3);

  private final BackgroundWork work;
  private final ImportSources into;
  private final ImportColumns columns;

  Imports(BackgroundWork work, ImportSources into, ImportColumns columns) {
    this.work = work;
    this.into = into;
    this.columns = columns;
  }

  /**
   * Stores an uploaded file, encrypted on arrival.
   *
   * @param named saved mapping of its columns; null if they are named like the standard
   * @return work that can check the file
   * @throws Refused if it is too large
   * @throws NotFound if the mapping no longer exists
   */
  public UUID receive(Upload upload, @Nullable UUID named, SignedIn who) throws IOException {
    ColumnNames names =
        named == null ? ColumnNames.STANDARD : columns.find(named, who).orElseThrow(NotFound::new);
    UUID id = work.prepare(new Order(CHECK, "/protect/import", KEPT), who);
    if (named != null) {
      try (OutputStream out = work.input(id, COLUMNS, "application/json", who)) {
        out.write(names.json().getBytes(StandardCharsets.UTF_8));
      }
    }
    try (OutputStream out = work.input(id, RECORDS, "application/octet-stream", who)) {
      byte[] buffer = new byte[64 * 1024];
      long size = 0;
      for (int read = upload.content().read(buffer);
          read >= 0;
          read = upload.content().read(buffer)) {
        size += read;
        if (size > LARGEST) {
          throw new Refused("htcds.refused.large", LARGEST >> 20);
        }
        out.write(buffer, 0, read);
      }
    }
    return id;
  }

  /**
   * Starts checking a file.
   *
   * @param received result of {@link #receive}
   * @param texts language of the report
   * @param today current date in the reader's time zone
   */
  public void check(UUID received, Texts texts, LocalDate today, SignedIn who) {
    work.start(
        received,
        progress -> run(new ImportRun.Wish(received, texts, today, false), progress, who),
        who);
  }

  /**
   * Imports the valid rows of a checked file.
   *
   * @param check work that checked it
   * @return work that imports
   */
  public UUID enter(UUID check, Texts texts, LocalDate today, SignedIn who) {
    Work done = work.find(check, who);
    if (!done.kind().equals(CHECK) || done.state() != WorkState.DONE) {
      throw new NotFound();
    }
    return work.start(
        new Order(ENTER, "/protect/import", KEPT),
        progress -> run(new ImportRun.Wish(check, texts, today, true), progress, who),
        who);
  }

  /**
   * The first rows of the report.
   *
   * @param id identifier of either work
   */
  public List<List<String>> faults(UUID id, int limit, SignedIn who) throws IOException {
    Work found = work.find(id, who);
    if (!found.kind().equals(CHECK) && !found.kind().equals(ENTER)) {
      throw new NotFound();
    }
    List<List<String>> faults = new ArrayList<>();
    for (WorkFile file : work.files(id, who)) {
      if (file.name().equals(REPORT)) {
        try (BufferedReader text =
                new BufferedReader(
                    new InputStreamReader(work.open(id, file.id(), who), StandardCharsets.UTF_8));
            CSVParser parser =
                CSVParser.builder()
                    .setReader(text)
                    .setFormat(
                        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())
                    .get()) {
          for (CSVRecord record : parser) {
            if (faults.size() == limit) {
              return faults;
            }
            faults.add(record.toList());
          }
        }
      }
    }
    return faults;
  }

  private void run(ImportRun.Wish wish, Progress progress, SignedIn who) throws IOException {
    new ImportRun(work, into, wish, who).run(progress);
  }
}
