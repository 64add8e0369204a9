package org.passerelle.protect.sharing.htcds;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Organisation;
import org.passerelle.forms.Question;
import org.passerelle.forms.answers.GatheredSubmissions;
import org.passerelle.language.Texts;
import org.passerelle.work.BackgroundWork;
import org.passerelle.work.Progress;
import org.passerelle.work.WorkFile;

/** A single pass through a file of records. */
final class ImportRun {
  // rows per transaction: their log entries are written together, which blocks other log entries
  private static final int BATCH = 200;

  /** Batch size for inserts, during which other log entries have to wait. */
  private static final int ENTERED_AT_ONCE = 10;

  private final BackgroundWork work;
  private final ImportSources into;
  private final UUID check;
  private final Texts texts;
  private final LocalDate today;
  private final boolean enters;
  private final SignedIn who;
  private final RowReading reading;
  private final String country;
  private final RowsInFile seen = new RowsInFile();
  private final List<RawRow> waiting = new ArrayList<>();
  private final List<Row> batch = new ArrayList<>();
  private long rows;
  private long good;
  private long there;
  private long faulty;
  private long told;

  /**
   * What to do with the file.
   *
   * @param check work to which the file belongs
   * @param today current date in the reader's time zone
   * @param enters whether valid rows are also imported
   */
  record Wish(UUID check, Texts texts, LocalDate today, boolean enters) {}

  ImportRun(BackgroundWork work, ImportSources into, ImportRun.Wish wish, SignedIn who) {
    this.work = work;
    this.into = into;
    this.check = wish.check;
    this.texts = wish.texts;
    this.enters = wish.enters;
    this.today = wish.today;
    this.who = who;
    this.reading = new RowReading(into.fields().form(), into.fields().questions(), today);
    this.country =
        into.organisations().find(who.organisation()).map(Organisation::country).orElse("");
  }

  private record Row(RawRow raw, RowReading.Read read, KnownRecords.Marked marked) {}

  void run(Progress progress) throws IOException {
    UUID file = input(Imports.RECORDS).orElseThrow();
    ColumnNames names = names();
    try (InputStream in = work.open(check, file, who)) {
      progress.expect(Lines.count(in));
    }
    try (OutputStream out = progress.file(Imports.REPORT, "text/csv; charset=utf-8");
        ImportReport report = new ImportReport(out, texts);
        InputStream in = work.open(check, file, who)) {
      RecordFile.read(
          in,
          into.fields().questions().keySet(),
          names,
          raw -> {
            waiting.add(raw);
            if (waiting.size() >= (enters ? ENTERED_AT_ONCE : BATCH)) {
              flush(report, progress);
            }
          });
      flush(report, progress);
    } finally {
      // also after a cancellation: what was imported until then is kept and reported
      tell(progress);
      if (enters && good > 0) {
        into.audit()
            .write(
                who,
                "records.imported",
                "work",
                progress.work(),
                Map.of("records", Long.toString(good)));
      }
    }
    progress.leadTo("/protect/import/" + progress.work());
    progress.expect(rows);
  }

  private Optional<UUID> input(String name) {
    return work.files(check, who).stream()
        .filter(file -> file.input() && file.name().equals(name))
        .map(WorkFile::id)
        .findFirst();
  }

  /** The mapping as it was when the file was uploaded. */
  private ColumnNames names() throws IOException {
    Optional<UUID> said = input(Imports.COLUMNS);
    if (said.isEmpty()) {
      return ColumnNames.STANDARD;
    }
    try (InputStream in = work.open(check, said.get(), who)) {
      return ColumnNames.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /**
   * Parses rows, which is half of the work of a check, and validates them one after the other. Only
   * a check takes all processors for it: entering is slowed down by the log, not by reading.
   */
  private void take(ImportReport report) {
    (enters ? waiting.stream() : waiting.parallelStream())
        .map(raw -> new Row(raw, reading.read(raw), into.known().marked(raw, who)))
        .toList()
        .forEach(row -> take(row, report));
    waiting.clear();
  }

  private void take(Row row, ImportReport report) {
    rows++;
    RawRow raw = row.raw;
    KnownRecords.Marked marked = row.marked;
    List<Fault> faults = new ArrayList<>(row.read.faults());
    int before = seen.firstLine(marked.mark(), raw.line());
    if (before > 0 && faults.isEmpty()) {
      faults.add(
          Fault.of(
              raw.line(),
              raw.column(HtcdsFields.NUMBER),
              raw.number().isEmpty() ? "" : HtcdsFields.NUMBER,
              raw.number().isEmpty() ? "htcds.fault.twice" : "htcds.fault.number-twice",
              before));
    }
    if (country.isEmpty() && raw.cells().getOrDefault("org_ShippingCountry", List.of()).isEmpty()) {
      faults.add(Fault.of(raw.line(), 0, "org_ShippingCountry", "htcds.fault.country"));
    }
    if (faults.isEmpty()) {
      batch.add(row);
    } else {
      faulty++;
      report.add(faults);
    }
  }

  private void flush(ImportReport report, Progress progress) {
    take(report);
    List<Row> fresh =
        enters ? into.transaction().execute(status -> enter(report, progress)) : judge(report);
    good += fresh.size();
    batch.clear();
    tell(progress);
    progress.done(rows - told);
    told = rows;
  }

  /** Rows that are not known yet; a known record with different content is a fault. */
  private List<Row> judge(ImportReport report) {
    Map<String, String> marks =
        into.known().known(batch.stream().map(row -> row.marked.mark()).toList(), who);
    List<Row> fresh = new ArrayList<>();
    for (Row row : batch) {
      String then = marks.get(row.marked.mark());
      if (then == null) {
        fresh.add(row);
      } else if (then.equals(row.marked.content())) {
        there++;
      } else {
        faulty++;
        report.add(
            List.of(
                Fault.of(
                    row.raw.line(),
                    row.raw.column(HtcdsFields.NUMBER),
                    HtcdsFields.NUMBER,
                    "htcds.fault.changed")));
      }
    }
    return fresh;
  }

  private List<Row> enter(ImportReport report, Progress progress) {
    List<Row> fresh = judge(report);
    if (fresh.isEmpty()) {
      return fresh;
    }
    Map<String, Question> questions = into.fields().questions();
    into.cases()
        .open(
            fresh.stream()
                .map(
                    row ->
                        IncomingCase.of(
                            new FieldAnswers(row.read.answers(), questions),
                            row.raw.number(),
                            country,
                            today))
                .toList(),
            who,
            opened -> keepAnswers(fresh, opened, progress));
    return fresh;
  }

  private void keepAnswers(List<Row> rows, List<UUID> opened, Progress progress) {
    List<GatheredSubmissions.Gathered> gathered = new ArrayList<>();
    List<KnownRecords.Taken> taken = new ArrayList<>();
    for (int i = 0; i < opened.size(); i++) {
      gathered.add(new GatheredSubmissions.Gathered(opened.get(i), rows.get(i).read.answers()));
      taken.add(new KnownRecords.Taken(rows.get(i).marked, opened.get(i)));
    }
    into.submissions().record(who, into.fields().form(), gathered, into.clock().instant());
    into.known().add(taken, progress.work(), who);
  }

  private void tell(Progress progress) {
    progress.figure("rows", rows);
    progress.figure("good", good);
    progress.figure("there", there);
    progress.figure("faulty", faulty);
  }
}
