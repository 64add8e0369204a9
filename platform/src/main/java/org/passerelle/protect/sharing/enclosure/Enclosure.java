package org.passerelle.protect.sharing.enclosure;

import java.util.List;
import java.util.UUID;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.files.CaseAttachments;
import org.passerelle.protect.sharing.consent.Released;

/**
 * An enclosed file as announced in a dossier; its content follows in pieces.
 *
 * @param id given by the sender; otherwise meaningless
 * @param name as stored by the sender; cleaned again on storing
 * @param description a single line, or empty
 * @param kind code of {@code file_kinds}; an unknown one counts as {@code other}
 * @param category code of {@code data_categories} under which it is disclosed
 * @param type media type determined by the sender; the recipient determines it again
 * @param size size in bytes
 * @param digest SHA-256 of the content in 64 hexadecimal digits; empty in a preview
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
    // from another node: characters that reverse the text direction must not be shown even before
    // inspection
    name = plain(name, NAME);
    description = plain(description, CaseAttachments.DESCRIPTION);
  }

  private static String plain(String text, int most) {
    String clean = text.replaceAll(UNSEEN, " ").strip();
    return clean.substring(0, Math.min(most, clean.length()));
  }

  /** Maximum number of files in a dossier. */
  public static final int MOST = 10;

  private static final int NAME = 200;

  /** Maximum size of a file in bytes: 10 MB, as for files of a case. */
  public static final long LARGEST = Filled.FILE;

  /** Maximum size of all files together in bytes: 30 MB. */
  public static final long TOGETHER = 30L << 20;

  /**
   * Size of all pieces but the last: 384 KiB. In a signed and encrypted message they take up
   * 932,000 of the 1,048,576 bytes of an envelope.
   */
  public static final int PIECE = 384 << 10;

  /** Number of pieces, at least one. */
  public int pieces() {
    return (int) Math.max(1, (size + PIECE - 1) / PIECE);
  }

  /** Size of a piece, numbered from 0; -1 if there is no such piece. */
  public int octetsOf(int number) {
    return number < 0 || number >= pieces()
        ? -1
        : (int) Math.min(PIECE, size - (long) number * PIECE);
  }

  /** Whether number and sizes are within the limits, and identifiers are unique. */
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
