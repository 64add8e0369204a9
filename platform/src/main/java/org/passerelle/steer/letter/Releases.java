package org.passerelle.steer.letter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.access.SignedIn;
import org.passerelle.register.Entry;

/**
 * The released issues. A release holds every edition as it was made, with its digest, and never
 * changes; a correction is a further version.
 */
public interface Releases {

  /** What stands in the way of releasing an issue as it is now. */
  List<ReleaseObstacles.Obstacle> obstacles(Entry letter);

  /**
   * Makes all editions and keeps them.
   *
   * @param reason why there is a further version; empty for the first
   * @throws org.passerelle.pages.Refused if anything stands in the way
   */
  Release release(Entry letter, String reason, SignedIn who);

  /**
   * Takes a release out of the archive; its digests stay listed.
   *
   * @throws org.passerelle.pages.Refused if it is not there or withdrawn already
   */
  void withdraw(Entry letter, int version, String reason, SignedIn who);

  /** Every version of an issue, latest first. */
  List<Release> of(String letter);

  /** The latest version of each issue that was not withdrawn, latest issue first. */
  List<Release> current();

  /** One edition of the latest version of an issue that was not withdrawn. */
  Optional<Edited> edition(int number, String language, Letters.Form form);

  /**
   * A release.
   *
   * @param letter name of the issue in the register
   * @param byName who made it, or empty for what a demonstration begins with
   * @param withdrawn when it was withdrawn, or nothing
   * @param digests of its editions
   */
  record Release(
      String letter,
      int version,
      int number,
      Instant at,
      String byName,
      String reason,
      Optional<Withdrawn> withdrawn,
      List<Digested> digests) {
    public Release {
      digests = List.copyOf(digests);
    }
  }

  /** That a release was withdrawn. */
  record Withdrawn(Instant at, String byName, String reason) {}

  /**
   * An edition without its content.
   *
   * @param title of the document
   * @param bytes how many it has
   */
  record Digested(String language, Letters.Form form, String title, long bytes, String digest) {}

  /** An edition with its content. */
  record Edited(Release release, Digested of, byte[] content) {}
}
