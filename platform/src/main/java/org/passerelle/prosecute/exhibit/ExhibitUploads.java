package org.passerelle.prosecute.exhibit;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.evidence.PdfProblem;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.investigation.InvestigationSight;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.passerelle.work.Upload;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files as they arrive for exhibits, streamed into sealed pieces. What is cut off leaves nothing; a
 * whole file waits until somebody takes it in or discards it. Safe for concurrent use.
 */
@Service
public class ExhibitUploads {
  /** Largest file, in bytes: 1 GB. */
  public static final long LARGEST = 1L << 30;

  private static final String PDF = "application/pdf";
  private static final String BYTES = "application/octet-stream";
  private static final Pattern TYPE = Pattern.compile("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,60}");
  private final ExhibitRows rows;
  private final ExhibitPieces pieces;
  private final InvestigationSight sight;
  private final InvestigationRecord records;
  private final Identifiers identifiers;
  private final TransactionTemplate together;

  ExhibitUploads(
      ExhibitRows rows,
      ExhibitPieces pieces,
      InvestigationSight sight,
      InvestigationRecord records,
      Identifiers identifiers,
      PlatformTransactionManager transactions) {
    this.rows = rows;
    this.pieces = pieces;
    this.sight = sight;
    this.records = records;
    this.identifiers = identifiers;
    this.together = new TransactionTemplate(transactions);
  }

  /**
   * Receives a file for an exhibit, in no transaction of its own length: a slow upload holds no
   * database connection. One that waited before is replaced.
   *
   * @return the upload
   * @throws Refused if the exhibit was taken in, the file is empty or larger than {@link #LARGEST},
   *     or its name names a shelter
   * @throws IOException if the connection breaks; nothing stays
   */
  public UUID receive(UUID investigation, UUID exhibit, Upload file, SignedIn who)
      throws IOException {
    if (rows.isRedaction(exhibit)) {
      throw new Refused("exhibit.refused.burnt").at("file");
    }
    return receiveBurnt(investigation, exhibit, file, who);
  }

  /** The same for a redacted copy, which nobody else may exchange. */
  UUID receiveBurnt(UUID investigation, UUID exhibit, Upload file, SignedIn who)
      throws IOException {
    UUID upload = identifiers.next();
    String name = FileNames.plain(file.name());
    together.executeWithoutResult(
        transaction -> {
          describedOnly(investigation, exhibit, who);
          rows.begin(
              upload, exhibit, rows.sealed(exhibit, new Arrived.Name(name), who), who.user());
        });
    boolean whole = false;
    try {
      ExhibitPieces.Written written = pieces.write(exhibit, upload, file.content(), LARGEST);
      if (written.pieces() == 0) {
        throw new Refused("exhibit.refused.empty").at("file");
      }
      String type = type(written.head());
      String problem = problem(exhibit, upload, written, type, name);
      finish(investigation, exhibit, upload, who, written, type, problem);
      whole = true;
    } finally {
      if (!whole) {
        pieces.delete(upload);
      }
    }
    return upload;
  }

  private Exhibit describedOnly(UUID investigation, UUID exhibit, SignedIn who) {
    sight.checkOpen(investigation, who);
    Exhibit one = rows.find(investigation, exhibit).orElseThrow(NotFound::new);
    if (one.held()) {
      throw new Refused("exhibit.refused.taken-in").at("file");
    }
    return one;
  }

  /** By the bytes alone: whoever names a file may mislead. */
  private static String type(byte[] head) {
    String found = new Tika().detect(head);
    return TYPE.matcher(found).matches() ? found : BYTES;
  }

  private @Nullable String problem(
      UUID exhibit, UUID upload, ExhibitPieces.Written written, String type, String name)
      throws IOException {
    if (!type.equals(PDF) && !FileNames.isPdf(name)) {
      return null;
    }
    return PdfProblem.of(pieces.content(exhibit, upload, written.pieces()))
        .map(one -> one.name().toLowerCase(Locale.ROOT))
        .orElse(null);
  }

  private void finish(
      UUID investigation,
      UUID exhibit,
      UUID upload,
      SignedIn who,
      ExhibitPieces.Written written,
      String type,
      @Nullable String problem) {
    together.executeWithoutResult(
        transaction -> {
          describedOnly(investigation, exhibit, who);
          // within, since one that waited before could be taken in otherwise, and be removed then
          rows.arrived(exhibit).forEach(before -> pieces.delete(before.id()));
          if (!rows.whole(upload, written, type, problem)) {
            throw new Refused("exhibit.refused.gone").at("file");
          }
          records.log(
              investigation,
              "exhibit.uploaded",
              Map.of("subject", exhibit.toString(), "sha256", written.digests().sha256()),
              who);
        });
  }

  /** Discards a file that waits; repeating it changes nothing. */
  @Transactional
  public void discard(UUID investigation, UUID exhibit, UUID upload, SignedIn who) {
    describedOnly(investigation, exhibit, who);
    if (rows.arrived(exhibit).stream().anyMatch(one -> one.id().equals(upload))) {
      pieces.delete(upload);
      records.log(investigation, "exhibit.discarded", Map.of("subject", exhibit.toString()), who);
    }
  }
}
