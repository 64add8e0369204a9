package org.passerelle.protect.htcds;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Organisations;
import org.passerelle.audit.AuditLog;
import org.passerelle.forms.GatheredSubmissions;
import org.passerelle.forms.Question;
import org.passerelle.language.Texts;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Refused;
import org.passerelle.protect.cases.ManyCases;
import org.passerelle.work.BackgroundWork;
import org.passerelle.work.Order;
import org.passerelle.work.Progress;
import org.passerelle.work.Upload;
import org.passerelle.work.Work;
import org.passerelle.work.WorkFile;
import org.passerelle.work.WorkState;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in records of another system. First a check that changes nothing and names every row that
 * cannot be taken; then, on demand, the rows that can. A row is whole or not there at all, and the
 * same record is not taken twice.
 */
@Service
public class Imports {
  /** Kind of the work that only checks. */
  public static final String CHECK = "htcds.check";

  /** Kind of the work that enters. */
  public static final String ENTER = "htcds.enter";

  /** Largest file, in bytes. */
  public static final long LARGEST = 1L << 30;

  static final String REPORT = "report.csv";
  private static final Duration KEPT = Duration.ofDays(3);
  private final BackgroundWork work;
  private final HtcdsFields fields;
  private final KnownRecords known;
  private final ManyCases cases;
  private final GatheredSubmissions submissions;
  private final Organisations organisations;
  private final AuditLog audit;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Imports(
      BackgroundWork work,
      HtcdsFields fields,
      KnownRecords known,
      ManyCases cases,
      GatheredSubmissions submissions,
      Organisations organisations,
      AuditLog audit,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.work = work;
    this.fields = fields;
    this.known = known;
    this.cases = cases;
    this.submissions = submissions;
    this.organisations = organisations;
    this.audit = audit;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Takes a file, sealed as it arrives.
   *
   * @return work that is prepared to check it
   * @throws Refused if it is too large
   */
  public UUID receive(Upload upload, SignedIn who) throws IOException {
    UUID id = work.prepare(new Order(CHECK, "/protect/import", KEPT), who);
    try (OutputStream out = work.input(id, "records", "application/octet-stream", who)) {
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
   * Begins to check a file.
   *
   * @param received what {@link #receive} gave
   * @param texts in which the report is written
   * @param today in the reader's zone
   */
  public void check(UUID received, Texts texts, LocalDate today, SignedIn who) {
    work.start(
        received, progress -> new Run(received, texts, today, false, who).run(progress), who);
  }

  /**
   * Enters what a check found good.
   *
   * @param check the work that checked
   * @return the work that enters
   */
  public UUID enter(UUID check, Texts texts, LocalDate today, SignedIn who) {
    Work done = work.find(check, who);
    if (!done.kind().equals(CHECK) || done.state() != WorkState.DONE) {
      throw new NotFound();
    }
    return work.start(
        new Order(ENTER, "/protect/import", KEPT),
        progress -> new Run(check, texts, today, true, who).run(progress),
        who);
  }

  /**
   * The first rows that cannot be taken, as the report says them.
   *
   * @param id of either work
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

  /** One walk through the file. */
  private final class Run {
    // rows of one transaction: their lines join the log together, and others wait for it meanwhile
    private static final int BATCH = 200;
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

    Run(UUID check, Texts texts, LocalDate today, boolean enters, SignedIn who) {
      this.check = check;
      this.texts = texts;
      this.today = today;
      this.enters = enters;
      this.who = who;
      this.reading = new RowReading(fields.form(), fields.questions(), today);
      this.country = organisations.find(who.organisation()).map(Organisation::country).orElse("");
    }

    private record Row(RawRow raw, RowReading.Read read, KnownRecords.Marked marked) {}

    void run(Progress progress) throws IOException {
      UUID file = work.files(check, who).get(0).id();
      try (InputStream in = work.open(check, file, who)) {
        progress.expect(Lines.count(in));
      }
      try (OutputStream out = progress.file(REPORT, "text/csv; charset=utf-8");
          ImportReport report = new ImportReport(out, texts);
          InputStream in = work.open(check, file, who)) {
        RecordFile.read(
            in,
            fields.questions().keySet(),
            raw -> {
              waiting.add(raw);
              if (waiting.size() >= BATCH) {
                flush(report, progress);
              }
            });
        flush(report, progress);
      } finally {
        // after a cancellation too: what was entered until then stays, and is said
        tell(progress);
        if (enters && good > 0) {
          audit.write(
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

    /**
     * Rows are read beside each other, which is half of the work, and judged one after the other.
     */
    private void take(ImportReport report) {
      waiting.parallelStream()
          .map(raw -> new Row(raw, reading.read(raw), known.marked(raw, who)))
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
      if (country.isEmpty()
          && raw.cells().getOrDefault("org_ShippingCountry", List.of()).isEmpty()) {
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
          enters ? transaction.execute(status -> enter(report, progress)) : judge(report);
      good += fresh.size();
      batch.clear();
      tell(progress);
      progress.done(rows - told);
      told = rows;
    }

    /** Those that are not known yet; what is known and says something else is a fault. */
    private List<Row> judge(ImportReport report) {
      Map<String, String> marks =
          known.known(batch.stream().map(row -> row.marked.mark()).toList(), who);
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
      Map<String, Question> questions = fields.questions();
      cases.open(
          fresh.stream()
              .map(
                  row ->
                      IncomingCase.of(
                          new Told(row.read.answers(), questions),
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
      submissions.record(who, fields.form(), gathered, clock.instant());
      known.add(taken, progress.work(), who);
    }

    private void tell(Progress progress) {
      progress.figure("rows", rows);
      progress.figure("good", good);
      progress.figure("there", there);
      progress.figure("faulty", faulty);
    }
  }
}
