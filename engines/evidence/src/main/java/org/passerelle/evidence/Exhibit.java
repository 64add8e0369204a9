package org.passerelle.evidence;

import java.util.List;
import java.util.regex.Pattern;

/**
 * An exhibit of a case file.
 *
 * @param number the court's number: unaccented letters, digits, dots and hyphens, at most 40, such
 *     as {@code 0007} or {@code 0007-R1}
 * @param fileName name of the original file; kept as text, never used as a name in the container
 * @param title description for the reader
 * @param mediaType such as {@code application/pdf}
 * @param derivedFrom numbers of the exhibits from which it was derived; empty for an original
 * @param derivation how it was derived; empty for an original
 * @param keptBack why it is withheld from the defence; empty if it is disclosed
 */
public record Exhibit(
    String number,
    String fileName,
    String title,
    String mediaType,
    Provenance provenance,
    List<String> derivedFrom,
    String derivation,
    Disclosure disclosure,
    String keptBack,
    Content content) {
  private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,39}");
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}");

  /** Rejects a number or media type that could be misinterpreted. */
  public Exhibit {
    if (!NUMBER.matcher(number).matches()) {
      throw new BadCaseFile(
          "“%s” is not a valid number of an exhibit. Maybe use up to 40 unaccented letters, digits, dots and hyphens."
              .formatted(number));
    }
    if (!MEDIA_TYPE.matcher(mediaType).matches()) {
      throw new BadCaseFile(
          "Exhibit %s: “%s” is not a media type. Maybe use application/octet-stream."
              .formatted(number, mediaType));
    }
    derivedFrom = List.copyOf(derivedFrom);
  }

  /** An original of which only the file is known. */
  public static Exhibit of(String number, String fileName, String mediaType, Content content) {
    return new Exhibit(
        number,
        fileName,
        fileName,
        mediaType,
        Provenance.UNKNOWN,
        List.of(),
        "",
        Disclosure.BOTH,
        "",
        content);
  }
}
