package org.passerelle.protect.dataprotection.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.protect.dataprotection.PersonRequest;

/**
 * One request.
 *
 * @param words null where they went with the person or were taken out
 * @param extendable whether two months more can be taken
 */
public record RequestPage(
    PersonRequest request,
    PersonRequest.@Nullable Words words,
    List<Option> outcomes,
    boolean extendable,
    Filled form) {
  public RequestPage {
    outcomes = List.copyOf(outcomes);
  }

  /** Where it stands. */
  public String at() {
    return DeskController.HERE + "/requests/" + request.id();
  }
}
