package org.passerelle.prosecute.request;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.storage.House;

/** Requests for tests. */
public final class RequestScenes {
  private RequestScenes() {}

  /** A draft with every field of its form. */
  public static UUID drafted(House house, UUID investigation, SignedIn who) {
    return drafted(house, investigation, "eio", who);
  }

  /** The same of a kind. */
  public static UUID drafted(House house, UUID investigation, String kind, SignedIn who) {
    return house.get(AssistanceRequests.class).draft(investigation, draft(kind, Map.of()), who);
  }

  static AssistanceRequest.Draft draft(String kind, Map<String, String> changed) {
    Map<String, String> fields = new HashMap<>();
    RequestForm.of(kind).fields().forEach(field -> fields.put(field.id(), "About " + field.id()));
    fields.putAll(changed);
    return new AssistanceRequest.Draft(
        kind, "RO", null, new AssistanceRequest.Words(fields), List.of());
  }
}
