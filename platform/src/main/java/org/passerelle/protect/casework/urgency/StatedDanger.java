package org.passerelle.protect.casework.urgency;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.Texts;
import org.passerelle.protect.casework.cases.Urgency;

/**
 * What the sender of a referral or hand-over stated of danger, shown to the recipient before
 * anybody opens the dossier or calls.
 *
 * @param safeToContact code of how safe a call is; empty if there is nothing to warn of
 */
public record StatedDanger(Urgency urgency, String safeToContact) {
  /** Nothing was stated. */
  public static final StatedDanger NONE = new StatedDanger(Urgency.ORDINARY, "");

  /** As stored or received; null and unknown codes state nothing. */
  public static StatedDanger of(@Nullable String urgency, @Nullable String safeToContact) {
    return new StatedDanger(
        urgency == null ? Urgency.ORDINARY : Urgency.of(urgency),
        safeToContact == null || DangerSigns.call(safeToContact).isEmpty() ? "" : safeToContact);
  }

  /** The same for somebody who follows it and calls nobody. */
  public StatedDanger withoutCall() {
    return new StatedDanger(urgency, "");
  }

  /** Whether it cannot wait until its deadline is near. */
  public boolean pressing() {
    return urgency != Urgency.ORDINARY;
  }

  /** Key of the text on how safe a call is; empty if there is nothing to warn of. */
  public String call() {
    return DangerSigns.call(safeToContact);
  }

  /** The warnings as text, for lines of the Today page. */
  public List<String> words(Texts texts) {
    return Stream.of(pressing() ? "urgency." + urgency.code() : "", call())
        .filter(key -> !key.isEmpty())
        .map(texts::text)
        .toList();
  }
}
