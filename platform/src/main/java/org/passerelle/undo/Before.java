package org.passerelle.undo;

import tools.jackson.databind.json.JsonMapper;

/**
 * The state before an action, for undoing it.
 *
 * @param text a code, or a document of what was removed; may be empty
 */
public record Before(String text) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * Parses the object given to {@link Undo#offer(String, java.util.UUID, RemovedContent,
   * org.passerelle.access.SignedIn)}.
   */
  public <T> T as(Class<T> type) {
    return JSON.readValue(text, type);
  }

  static String document(Object what) {
    return JSON.writeValueAsString(what);
  }
}
