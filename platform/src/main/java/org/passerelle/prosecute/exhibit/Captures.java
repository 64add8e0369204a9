package org.passerelle.prosecute.exhibit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.evidence.Content;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.investigation.InvestigationSight;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pages of the open web as users saved them. Each is described with the digests that were written
 * down then; a file with others is not taken in. Safe for concurrent use.
 */
@Service
public class Captures {
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/?#]+\\S*");
  private static final String PLACE = "web_capture.words";
  private static final String PDF = "application/pdf";
  private static final String WARC = "WARC/";
  private static final int GZIP = 0x1f8b;
  private final JdbcClient db;
  private final Exhibits exhibits;
  private final ExhibitPieces pieces;
  private final InvestigationSight sight;
  private final InvestigationRecord records;
  private final Identifiers identifiers;
  private final Clock clock;

  Captures(
      JdbcClient db,
      Exhibits exhibits,
      ExhibitPieces pieces,
      InvestigationSight sight,
      InvestigationRecord records,
      Identifiers identifiers,
      Clock clock) {
    this.db = db;
    this.exhibits = exhibits;
    this.pieces = pieces;
    this.sight = sight;
    this.records = records;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * Describes a capture: two exhibits, which are then uploaded and taken in as others.
   *
   * @return the exhibit of the PDF
   * @throws Refused if the address is none of the web, the moment has not come, or the
   *     investigation is closed
   */
  @Transactional
  public UUID describe(UUID investigation, Capture.Draft draft, SignedIn who) {
    sight.checkOpen(investigation, who);
    if (!ADDRESS.matcher(draft.words().address()).matches()) {
      throw new Refused("capture.refused.address").at("address");
    }
    if (draft.at().isAfter(clock.instant())) {
      throw new Refused("form.error.future").at("day");
    }
    UUID capture = identifiers.next();
    db.sql(
            """
            insert into web_capture (id, investigation, words, captured_at, at, by_user)
            values (:id, :investigation, :words, :captured, :now, :user)
            """)
        .param("id", capture)
        .param("investigation", investigation)
        .param("words", records.seal(investigation, PLACE, draft.words(), who))
        .param("captured", Columns.at(draft.at()))
        .param("now", records.now())
        .param("user", who.user())
        .update();
    UUID pdf = file(investigation, capture, "pdf", draft, draft.pdf(), who);
    file(investigation, capture, "warc", draft, draft.warc(), who);
    return pdf;
  }

  private UUID file(
      UUID investigation,
      UUID capture,
      String form,
      Capture.Draft draft,
      Capture.Stated stated,
      SignedIn who) {
    Exhibit.Words words = new Exhibit.Words(draft.title(), draft.words().address(), "", "", "");
    UUID exhibit = exhibits.describe(investigation, new Exhibit.Draft("file", words), who);
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("exhibit", exhibit);
    row.put("capture", capture);
    row.put("form", form);
    row.put("sha256", stated.sha256());
    row.put("sha512", stated.sha512());
    db.sql(
            """
            insert into web_capture_file (exhibit, capture, form, sha256, sha512)
            values (:exhibit, :capture, :form, :sha256, :sha512)
            """)
        .params(row)
        .update();
    return exhibit;
  }

  /** Those of an investigation by exhibit; the caller has opened it, which is logged. */
  @Transactional(readOnly = true)
  public Map<UUID, Capture> of(UUID investigation, SignedIn who) {
    sight.check(investigation, who);
    Map<UUID, Capture> captures = new HashMap<>();
    for (Capture one : all(investigation)) {
      one.files().forEach(file -> captures.put(file.exhibit(), one));
    }
    return captures;
  }

  private List<Capture> all(UUID investigation) {
    Map<UUID, List<Capture.Saved>> files = new HashMap<>();
    db.sql(
            """
            select f.*, e.number from web_capture_file f
              join web_capture c on c.id = f.capture join exhibit e on e.id = f.exhibit
             where c.investigation = :id order by e.number
            """)
        .param("id", investigation)
        .query(
            row -> {
              files
                  .computeIfAbsent(row.getObject("capture", UUID.class), c -> new ArrayList<>())
                  .add(
                      new Capture.Saved(
                          row.getObject("exhibit", UUID.class),
                          row.getString("number"),
                          row.getString("form"),
                          row.getString("sha256"),
                          row.getString("sha512")));
            });
    return db.sql("select * from web_capture where investigation = :id order by at, id")
        .param("id", investigation)
        .query(
            (row, i) -> {
              UUID id = row.getObject("id", UUID.class);
              return new Capture(
                  id,
                  records.open(investigation, PLACE, row.getBytes("words"), Capture.Words.class),
                  Columns.instant(row, "captured_at"),
                  files.getOrDefault(id, List.of()));
            })
        .list();
  }

  /** The file of a capture that an exhibit is; the caller has checked who asks. */
  Optional<Capture.Saved> find(UUID exhibit) {
    return db.sql(
            """
            select f.*, e.number from web_capture_file f join exhibit e on e.id = f.exhibit
             where f.exhibit = :exhibit
            """)
        .param("exhibit", exhibit)
        .query(
            (row, i) ->
                new Capture.Saved(
                    exhibit,
                    row.getString("number"),
                    row.getString("form"),
                    row.getString("sha256"),
                    row.getString("sha512")))
        .optional();
  }

  /**
   * In what a file that has arrived departs from what was written down when the page was saved:
   * {@code pdf} or {@code warc} if it is none, {@code sha256} or {@code sha512}; empty if in
   * nothing, or if the exhibit is no capture.
   */
  @Transactional(readOnly = true)
  public Optional<String> departure(UUID exhibit, Arrived file) {
    return find(exhibit).flatMap(stated -> departure(exhibit, stated, file));
  }

  private Optional<String> departure(UUID exhibit, Capture.Saved stated, Arrived file) {
    if (!stated.sha256().equals(file.digests().sha256())) {
      return Optional.of("sha256");
    }
    if (stated.sha512() != null && !stated.sha512().equals(file.digests().sha512())) {
      return Optional.of("sha512");
    }
    boolean right =
        stated.form().equals("pdf")
            ? file.mediaType().equals(PDF)
            : isWarc(pieces.content(exhibit, file.id(), file.pieces()));
    return right ? Optional.empty() : Optional.of(stated.form());
  }

  /** By its first record (ISO 28500), also in a file packed with gzip, as tools save it. */
  private static boolean isWarc(Content content) {
    try (InputStream in = new BufferedInputStream(content.open())) {
      in.mark(2);
      int head = (in.read() << Byte.SIZE) | in.read();
      in.reset();
      InputStream plain = head == GZIP ? new GZIPInputStream(in) : in;
      return WARC.equals(new String(plain.readNBytes(WARC.length()), StandardCharsets.US_ASCII));
    } catch (IOException unreadable) {
      return false;
    }
  }
}
