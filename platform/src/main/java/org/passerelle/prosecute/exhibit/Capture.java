package org.passerelle.prosecute.exhibit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.prosecute.investigation.Worded;

/**
 * A page of the open web that somebody saved: two exhibits, PDF and WARC. The server never opens
 * the address. Immutable.
 *
 * @param at when it was saved
 */
public record Capture(UUID id, Words words, Instant at, List<Saved> files) {
  /** As what a page is saved. */
  public static final List<String> FORMS = List.of("pdf", "warc");

  public Capture {
    files = List.copyOf(files);
  }

  /**
   * What people wrote.
   *
   * @param address where the page stood
   * @param tool the program that saved it, with its version
   * @param maker who saved it
   */
  public record Words(String address, String tool, String maker) implements Worded {
    @Override
    public Map<String, String> texts() {
      return Map.of("address", address, "tool", tool, "maker", maker);
    }
  }

  /**
   * A file with the digests that were written down when it was saved.
   *
   * @param form one of {@link #FORMS}
   * @param sha512 null if none was written down
   */
  public record Saved(
      UUID exhibit, String number, String form, String sha256, @Nullable String sha512) {}

  /** Digests as they were written down. */
  public record Stated(String sha256, @Nullable String sha512) {}

  /** What is entered. */
  public record Draft(String title, Words words, Instant at, Stated pdf, Stated warc) {}

  /** The file that is an exhibit. */
  public Optional<Saved> file(UUID exhibit) {
    return files.stream().filter(one -> one.exhibit().equals(exhibit)).findFirst();
  }
}
