package org.passerelle.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.passerelle.evidence.internal.Composition;
import org.passerelle.evidence.internal.Intake;
import org.passerelle.evidence.internal.Item;
import org.passerelle.evidence.internal.XadesSeal;
import org.passerelle.evidence.internal.ZipWriter;

/**
 * Creates a case file: an ASiC-E container (ETSI EN 319 162-1) that is also a bag (RFC 8493), with
 * an index as PDF/A-3, a description in CASE 1.4 and custody, sealed by XAdES-B-B (ETSI EN 319
 * 132-1). Every exhibit is read twice as a stream, to measure and to write it.
 *
 * <pre>{@code
 * new CaseFileWriter(Signatory.pkcs12(key, password), press)
 *     .write(file, clock.instant(), Path.of("case.asice"), Progress.NONE);
 * }</pre>
 */
public final class CaseFileWriter {
  private final Signatory by;
  private final Press press;

  /** A writer that signs with a key and renders the index with a press. Safe for concurrent use. */
  public CaseFileWriter(Signatory by, Press press) {
    this.by = by;
    this.press = press;
  }

  /**
   * Writes a container: completely, or not at all.
   *
   * @param at time of compilation and sealing
   * @param to the file, which is replaced if it exists
   * @throws BadCaseFile if an exhibit cannot be included, or changes while it is read, or if its
   *     description is larger than a verifier would read
   */
  public void write(CaseFile compiled, Instant at, Path to, Progress progress) {
    Sealed sealed = sealed(compiled, at, progress);
    Path part = null;
    try {
      part = Files.createTempFile(to.toAbsolutePath().getParent(), ".passerelle", ".part");
      // a killed process leaves no partial file
      part.toFile().deleteOnExit();
      try (OutputStream out = Files.newOutputStream(part)) {
        sealed.fill(out, progress);
      }
      Files.move(part, to, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new BadCaseFile(
          "%s cannot be written (%s). Maybe the disk is full.".formatted(to, e.getMessage()), e);
    } finally {
      discard(part);
    }
  }

  /**
   * Writes a container forward into a stream and closes it, with nothing on a disk; if this throws,
   * what was written is worthless.
   *
   * @param at time of compilation and sealing
   * @throws BadCaseFile as the other {@code write}
   * @throws IOException if the stream cannot take it
   */
  public void write(CaseFile compiled, Instant at, OutputStream to, Progress progress)
      throws IOException {
    try (to) {
      sealed(compiled, at, progress).fill(to, progress);
    }
  }

  /**
   * Seals a case file and writes nothing: what {@link SealedCaseFile} holds yields the container.
   *
   * @param at time of compilation and sealing
   * @throws BadCaseFile as {@code write}
   */
  public SealedCaseFile seal(CaseFile compiled, Instant at, Progress progress) {
    Sealed sealed = sealed(compiled, at, progress);
    Composition composition = sealed.composition;
    List<SealedCaseFile.Text> before = new ArrayList<>();
    before.add(new SealedCaseFile.Text(Composition.TYPE_PATH, Composition.TYPE));
    before.add(new SealedCaseFile.Text(Composition.LISTING_PATH, composition.listing()));
    composition.texts().forEach((path, bytes) -> before.add(new SealedCaseFile.Text(path, bytes)));
    return new SealedCaseFile(
        before,
        composition.included().stream()
            .map(
                item ->
                    new SealedCaseFile.Part(
                        item.exhibit().number(), item.path(), item.digests(), item.taken().crc()))
            .toList(),
        new SealedCaseFile.Text(XadesSeal.PATH, sealed.seal),
        compiled.exhibits().size(),
        composition.digestOfAll());
  }

  private Sealed sealed(CaseFile compiled, Instant at, Progress progress) {
    CaseFile file = compiled.orBy(by.name());
    Instant when = at.truncatedTo(ChronoUnit.SECONDS);
    by.refuseOutside(when);
    List<Item> items = Intake.of(file, by, when, progress);
    progress.at("setting the index", 0);
    Composition composition = Composition.of(file, items, by, when, press);
    progress.at("sealing", 0);
    byte[] seal = XadesSeal.sign(composition.digests(), by, when);
    composition.refuseTooLarge(seal);
    return new Sealed(composition, seal);
  }

  /** Everything but the exhibits' bytes. */
  private record Sealed(Composition composition, byte[] seal) {
    void fill(OutputStream to, Progress progress) throws IOException {
      try (ZipWriter zip = new ZipWriter(to)) {
        zip.add(Composition.TYPE_PATH, Composition.TYPE);
        zip.add(Composition.LISTING_PATH, composition.listing());
        for (Map.Entry<String, byte[]> text : composition.texts().entrySet()) {
          zip.add(text.getKey(), text.getValue());
        }
        int done = 0;
        for (Item item : composition.included()) {
          progress.at("writing", done++ / (double) composition.included().size());
          add(zip, item);
        }
        zip.add(XadesSeal.PATH, seal);
        zip.end();
      }
    }
  }

  private static void add(ZipWriter zip, Item item) throws IOException {
    String which = "Exhibit %s, %s,".formatted(item.exhibit().number(), item.exhibit().fileName());
    boolean same;
    try (InputStream in = item.exhibit().content().open()) {
      same = zip.add(item.path(), item.taken(), in);
    }
    if (!same) {
      throw new BadCaseFile(
          which + " changed while it was read. Maybe another program is still writing it.");
    }
  }

  private static void discard(@org.jspecify.annotations.Nullable Path part) {
    if (part != null) {
      part.toFile().delete();
    }
  }
}
