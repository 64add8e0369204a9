package org.passerelle.protect.enclosure;

import java.util.List;
import java.util.UUID;
import org.passerelle.pages.Filled;
import org.passerelle.protect.cases.CaseFiles;
import org.passerelle.protect.consent.Released;

/**
 * A file that goes along, as the dossier announces it; its content follows in pieces.
 *
 * @param id given by the sender; nothing else of the file is known by it
 * @param name as the sender keeps it; cleaned once more where it is kept
 * @param description in one line, or empty
 * @param kind code of {@code file_kinds}; one that is not known counts as {@code other}
 * @param category code of {@code data_categories} on which it goes
 * @param type its media type as the sender found it; the recipient looks for itself
 * @param size in octets
 * @param digest SHA-256 of the content in 64 hexadecimal digits; empty while it is only looked over
 */
public record Enclosure(
    UUID id,
    String name,
    String description,
    String kind,
    String category,
    String type,
    long size,
    String digest) {
  private static final String UNSEEN = "[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]";

  public Enclosure {
    // from another node: what turns letters round is not shown, before a file is looked at either
    name = plain(name, NAME);
    description = plain(description, CaseFiles.DESCRIPTION);
  }

  private static String plain(String text, int most) {
    String clean = text.replaceAll(UNSEEN, " ").strip();
    return clean.substring(0, Math.min(most, clean.length()));
  }

  /** Most files of one dossier. */
  public static final int MOST = 10;

  private static final int NAME = 200;

  /** Most octets of one of them: 10 MB, as a case keeps. */
  public static final long LARGEST = Filled.FILE;

  /** Most octets of all of them: 30 MB. */
  public static final long TOGETHER = 30L << 20;

  /**
   * Octets of a piece, but for the last: 384 KiB. Within a message, signed and sealed, they become
   * 932,000 of the 1,048,576 octets that an envelope has.
   */
  public static final int PIECE = 384 << 10;

  /** In how many pieces it comes; one at least. */
  public int pieces() {
    return (int) Math.max(1, (size + PIECE - 1) / PIECE);
  }

  /** How many octets a piece has that is numbered from 0; -1 if there is none of this number. */
  public int octetsOf(int number) {
    return number < 0 || number >= pieces()
        ? -1
        : (int) Math.min(PIECE, size - (long) number * PIECE);
  }

  /** Whether so many of this size go along, each under an identifier of its own. */
  public static boolean within(List<Enclosure> files) {
    return files.size() <= MOST
        && files.stream().map(Enclosure::id).distinct().count() == files.size()
        && files.stream().allMatch(file -> file.size >= 0 && file.size <= LARGEST)
        && files.stream().mapToLong(Enclosure::size).sum() <= TOGETHER;
  }

  /** The field by which it is judged and listed. */
  public Released field() {
    return Released.enclosed(category).orElse(Released.ENCLOSED_FILE);
  }
}
