package org.passerelle.evidence;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One exhibit as it goes into a case file.
 *
 * @param number as the court calls it: letters without accents, digits, dots and hyphens, at most
 *     40, such as {@code 0007} or {@code 0007-R1}
 * @param fileName of the file that was taken in; kept as text, never a name in the container
 * @param title what it is, for its reader
 * @param mediaType such as {@code application/pdf}
 * @param derivedFrom numbers of the exhibits it was made of; none for an original
 * @param derivation how it was made of them; empty for an original
 * @param keptBack why the defence is not given it; empty where it is
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

  /** Refuses a number or media type that could be read as something else. */
  public Exhibit {
    if (!NUMBER.matcher(number).matches()) {
      throw new BadCaseFile(
          "“%s” is no number of an exhibit. Maybe use up to 40 letters without accents, digits, dots and hyphens."
              .formatted(number));
    }
    if (!MEDIA_TYPE.matcher(mediaType).matches()) {
      throw new BadCaseFile(
          "Exhibit %s: “%s” is no media type. Maybe application/octet-stream."
              .formatted(number, mediaType));
    }
    derivedFrom = List.copyOf(derivedFrom);
  }

  /** An original of which nothing but the file is known. */
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
