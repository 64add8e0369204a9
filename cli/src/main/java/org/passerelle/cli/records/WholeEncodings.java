package org.passerelle.cli.records;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.passerelle.cli.terminal.BadInput;
import org.passerelle.linkage.PersonTable;
import org.passerelle.linkage.encoding.EncodingHeader;

/**
 * Lists whose records are encoded as a whole: nothing in them tells a family from a person, so that
 * what they cannot be used for is said before anything is compared.
 */
final class WholeEncodings {
  private WholeEncodings() {}

  /**
   * Refuses one list, in which families lie beside persons; warns about two. A list whose header
   * says that hardly any of its records have family beside them is compared without a word.
   *
   * @param other the other list, if there is one
   * @param told whether somebody chose a threshold and knows what comes
   */
  static void check(PersonTable list, @Nullable PersonTable other, boolean told, PrintWriter err) {
    Optional<EncodingHeader> whole =
        list.encoding().filter(header -> !header.scheme().equals(EncodingHeader.BY_ATTRIBUTE));
    if (whole.isEmpty() || told) {
      return;
    }
    if (other == null) {
      refuse(list, whole.get());
      return;
    }
    Optional<EncodingHeader> there = other.encoding();
    if (there.isEmpty() || !there.get().isComparable(whole.get())) {
      // refused for another reason
      return;
    }
    OptionalDouble here = whole.get().families();
    OptionalDouble elsewhere = there.get().families();
    double most = Math.max(here.orElse(0), elsewhere.orElse(0));
    if (most > 0) {
      err.printf(
          Locale.ROOT,
          "passerelle: about %.0f %% of the records of %s have a family member in the list, and"
              + " encodings of whole records do not tell members of a family apart. Maybe stop here"
              + " and encode both lists by --scheme attributes.%n",
          100 * most,
          here.orElse(0) >= elsewhere.orElse(0) ? list.name() : other.name());
    } else if (here.isEmpty() || elsewhere.isEmpty()) {
      err.println(
          "passerelle: encodings of whole records do not tell members of a family apart. Maybe stop"
              + " here and encode both lists by --scheme attributes, if they hold families.");
    }
    err.flush();
  }

  private static void refuse(PersonTable list, EncodingHeader header) {
    OptionalDouble families = header.families();
    if (families.isPresent() && families.getAsDouble() == 0) {
      return;
    }
    throw new BadInput(
        "%s holds encodings of whole records, which do not tell members of a family apart: within"
                .formatted(list.name())
            + " one list too many pairs would be wrong. Maybe find duplicates before encoding, or"
            + " encode by --scheme attributes; --threshold compares all the same.");
  }
}
