package org.passerelle.evidence.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.evidence.Digests;
import org.passerelle.evidence.Exhibit;
import org.passerelle.evidence.custody.CustodyChain;

/**
 * An exhibit that was taken in.
 *
 * @param included whether this version contains its bytes
 */
public record Item(Exhibit exhibit, Measure.Taken taken, CustodyChain chain, boolean included) {
  private static final Pattern ENDING = Pattern.compile("\\.([A-Za-z0-9]{1,8})$");
  private static final String FOLDER = "data/exhibits/";

  /** Path of its bytes: its number and the safe part of its file name. */
  public String path() {
    return path(exhibit);
  }

  static String path(Exhibit exhibit) {
    Matcher ending = ENDING.matcher(exhibit.fileName());
    String as = ending.find() ? ending.group(1).toLowerCase(Locale.ROOT) : "bin";
    return FOLDER + exhibit.number() + "." + as;
  }

  /** Its digests. */
  public Digests digests() {
    return taken.digests();
  }

  /** Why it is withheld, if it is. */
  public Optional<String> keptBack() {
    return included ? Optional.empty() : Optional.of(exhibit.keptBack());
  }
}
