package org.passerelle.steer.letter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.access.SignedIn;
import org.passerelle.register.Entry;

/**
 * The released issues. A release stores every edition as generated, with its digest, and never
 * changes; a correction is a new version.
 */
public interface Releases {

  /** Obstacles to releasing an issue in its current state. */
  List<ReleaseObstacles.Obstacle> obstacles(Entry letter);

  /** What does not hold a release back and should be known. */
  List<ReleaseObstacles.Obstacle> told(Entry letter);

  /**
   * Stores all editions.
   *
   * @param made the editions of the issue as it stands
   * @param reason reason for a new version; empty for the first
   * @param who who asked for the release
   * @param approvedBy the second person, who saw the same editions
   * @throws org.passerelle.refusal.Refused if there is an obstacle
   */
  Release release(Entry letter, Editions made, String reason, SignedIn who, SignedIn approvedBy);

  /**
   * Withdraws a release from the archive; its digests stay listed.
   *
   * @throws org.passerelle.refusal.Refused if it does not exist or is withdrawn already
   */
  void withdraw(Entry letter, int version, String reason, SignedIn who);

  /** All versions of an issue, latest first. */
  List<Release> of(String letter);

  /** The latest version of each issue that was not withdrawn, latest issue first. */
  List<Release> current();

  /** Releases that others asked for and approved, or that were withdrawn, after a moment. */
  List<Release> since(Instant moment, SignedIn reader);

  /** One edition of the latest version of an issue that was not withdrawn. */
  Optional<Edited> edition(int number, String language, Letters.Form form);

  /** One edition of any version, also of one that was withdrawn. */
  Optional<Edited> edition(Release release, String language, Letters.Form form);

  /**
   * A release.
   *
   * @param letter id of the issue in the register
   * @param byName name of the person who released it, or empty for the initial one of a
   *     demonstration
   * @param approvedName name of the second person; empty for releases from before there was one
   * @param withdrawn the withdrawal, or null
   * @param digests digests of its editions
   */
  record Release(
      String letter,
      int version,
      int number,
      Instant at,
      String byName,
      String approvedName,
      String reason,
      Optional<Withdrawn> withdrawn,
      List<Digested> digests) {
    public Release {
      digests = List.copyOf(digests);
    }

    /** The same with its editions. */
    Release with(List<Digested> made) {
      return new Release(
          letter, version, number, at, byName, approvedName, reason, withdrawn, made);
    }
  }

  /** Withdrawal of a release. */
  record Withdrawn(Instant at, String byName, String reason) {}

  /**
   * An edition without its content.
   *
   * @param title title of the document
   * @param bytes size in bytes
   */
  record Digested(String language, Letters.Form form, String title, long bytes, String digest) {}

  /** An edition with its content. */
  record Edited(Release release, Digested of, byte[] content) {}
}
