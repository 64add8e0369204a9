package org.passerelle.protect.safeguards.dataprotection.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.protect.safeguards.dataprotection.PersonRequest;

/**
 * View of a request.
 *
 * @param words null if they were erased or deleted
 * @param extendable whether an extension by two months is possible
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

  public String at() {
    return DeskController.HERE + "/requests/" + request.id();
  }
}
