package org.passerelle.steer.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.passerelle.language.Language;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.steer.letter.source.Sources;
import org.passerelle.storage.Sha256;

/**
 * All editions of an issue as files, made before they are stored: a page is not set within a
 * transaction. Immutable.
 *
 * @param digest {@linkplain #digest digest} of the issue of which they were made
 */
public record Editions(String digest, List<Made> files) {
  public Editions {
    files = List.copyOf(files);
  }

  /** An edition as a file. */
  record Made(String language, Letters.Form form, String title, byte[] content) {}

  /** Makes all editions; takes seconds of one processor. */
  public static Editions of(Facts facts, Sources sources, Entry letter) {
    List<Edition> composed = composed(facts, sources, letter);
    List<Made> files = new ArrayList<>();
    for (Edition edition : composed) {
      for (Letters.Form form : Letters.Form.values()) {
        files.add(
            new Made(
                edition.language().tag(),
                form,
                edition.documentTitle(),
                Letters.file(edition, form)));
      }
    }
    return new Editions(digest(composed), files);
  }

  /**
   * Digest of an issue as a reader would see it in all its editions; SHA-256. Page and paper follow
   * from what it is made of.
   */
  static String digest(Facts facts, Sources sources, Entry letter) {
    return digest(composed(facts, sources, letter));
  }

  private static List<Edition> composed(Facts facts, Sources sources, Entry letter) {
    Composer composer = new Composer(facts, sources);
    return Composer.LANGUAGES.stream()
        .map(tag -> composer.compose(letter, new Language(tag)))
        .toList();
  }

  private static String digest(List<Edition> editions) {
    return Sha256.of(
        editions.stream()
            .map(e -> e.documentTitle() + "\n" + e.theme() + "\n" + Typesetter.article(e))
            .map(Sha256::of)
            .collect(Collectors.joining("\n")));
  }
}
