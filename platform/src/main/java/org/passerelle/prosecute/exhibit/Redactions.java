package org.passerelle.prosecute.exhibit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.evidence.BadCaseFile;
import org.passerelle.evidence.Content;
import org.passerelle.evidence.redaction.Redaction;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.work.BackgroundWork;
import org.passerelle.work.Order;
import org.passerelle.work.Progress;
import org.passerelle.work.Upload;
import org.passerelle.work.WorkFile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes redacted copies of PDFs: areas are marked, then burnt into a copy, which is a derived
 * exhibit that somebody takes in under their signature as any other. The source never changes. Safe
 * for concurrent use.
 */
@Service
public class Redactions {
  /** The kind of background work that makes a copy. */
  public static final String WORK = "redaction.burn";

  private static final String PDF = "application/pdf";
  private final RedactionAreas areas;
  private final Exhibits exhibits;
  private final Derivations derivations;
  private final ExhibitUploads uploads;
  private final ExhibitPieces pieces;
  private final BackgroundWork work;

  Redactions(
      RedactionAreas areas,
      Exhibits exhibits,
      Derivations derivations,
      ExhibitUploads uploads,
      ExhibitPieces pieces,
      BackgroundWork work) {
    this.areas = areas;
    this.exhibits = exhibits;
    this.derivations = derivations;
    this.uploads = uploads;
    this.pieces = pieces;
    this.work = work;
  }

  /** Copies of an exhibit that were made here. */
  @Transactional(readOnly = true)
  public List<Exhibit> copies(UUID investigation, UUID exhibit, SignedIn who) {
    Map<UUID, Derivation> all = derivations.of(investigation, who);
    return exhibits.of(investigation, who).stream()
        .filter(
            one ->
                Optional.ofNullable(all.get(one.id()))
                    .filter(derivation -> derivation.way().equals(Derivation.REDACTION))
                    .filter(derivation -> derivation.sources().contains(exhibit))
                    .isPresent())
        .toList();
  }

  /**
   * The bytes of a PDF that was taken in, or of a copy that waits for it; the access is logged.
   *
   * @throws NotFound if there is none
   */
  @Transactional
  public Content content(UUID investigation, UUID exhibit, SignedIn who) {
    Exhibit one = exhibits.find(investigation, exhibit, who);
    if (one.held()) {
      areas.pdf(one);
      return exhibits.content(investigation, exhibit, who);
    }
    Arrived file =
        exhibits
            .waiting(investigation, exhibit, who)
            .filter(waiting -> waiting.mediaType().equals(PDF))
            .orElseThrow(NotFound::new);
    areas.read(investigation, exhibit, who);
    return pieces.content(exhibit, file.id(), file.pieces());
  }

  /**
   * Starts to burn the marked areas into a copy.
   *
   * @return identifier of the work
   * @throws Refused if no area is marked, or the investigation is closed
   */
  @Transactional
  public UUID burn(UUID investigation, UUID exhibit, SignedIn who) {
    areas.open(investigation, exhibit, who);
    if (areas.of(investigation, exhibit, who).isEmpty()) {
      throw new Refused("redaction.refused.none");
    }
    return work.start(
        Order.forADay(WORK, "/prosecute/investigations/" + investigation + "/exhibits/" + exhibit),
        progress -> run(investigation, exhibit, who, progress),
        who);
  }

  private void run(UUID investigation, UUID exhibit, SignedIn who, Progress progress)
      throws IOException {
    Exhibit source = exhibits.find(investigation, exhibit, who);
    List<RedactionArea> marked = areas.of(investigation, exhibit, who);
    Content content = content(investigation, exhibit, who);
    String name = source.number() + "-redacted.pdf";
    try (OutputStream out = progress.file(name, PDF)) {
      Redaction.burn(
          content, source.number(), out, marked.stream().map(RedactionArea::area).toList());
    } catch (BadCaseFile unburnt) {
      throw new Refused("redaction.refused.burn", source.number());
    }
    progress.check();
    UUID copy = areas.copy(investigation, source, marked, who);
    WorkFile file = work.files(progress.work(), who).get(0);
    try (InputStream in = work.open(progress.work(), file.id(), who)) {
      uploads.receiveBurnt(investigation, copy, new Upload(name, in), who);
    }
    areas.clear(exhibit, marked);
    progress.figure("areas", marked.size());
    progress.leadTo("/prosecute/investigations/" + investigation + "/exhibits/" + copy);
  }
}
