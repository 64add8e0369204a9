package org.passerelle.undo;

import tools.jackson.databind.json.JsonMapper;

/**
 * What there was before an act, for whoever puts it back.
 *
 * @param text a code, or a document of what was taken away; may be empty
 */
public record Before(String text) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What {@link Undo#offer(String, java.util.UUID, Taken, org.passerelle.access.SignedIn)} had. */
  public <T> T as(Class<T> type) {
    return JSON.readValue(text, type);
  }

  static String document(Object what) {
    return JSON.writeValueAsString(what);
  }
}
